// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { look } from '../db/live.ts'
import { standingResources } from '../db/standing-resources.ts'
import { newId } from '../db/new-id.ts'
import { run, runAll } from '../db/run.ts'
import { addMessages } from '../i18n.ts'
import { labAnswers } from './answers.ts'
import { labs } from './contributions.ts'
import { putExample } from './example/put.ts'
import { removeExample, restedOn } from './example/remove.ts'
import { labOf } from './lab-of.ts'
import { labsInPalette } from './palette.ts'
import { valueText } from './value-text.ts'

addMessages([labs])
const complex = newId()
const viewOf = (id: string) => look(reads => labOf(reads, id), null)

test('an example stands on the desk, is found, and is gone again when it is removed', async () => {
  expect(await look(reads => labOf(reads, null), null)).toBeNull()
  const { lab, wanted } = putExample('zhuji', newId)
  expect(await runAll(wanted)).toMatchObject({ ok: true })
  const view = (await viewOf(lab))!
  expect([view.lab.name, view.rows.length, view.tests.length, view.resources.length, view.sites.map(({ name }) => name)]).toEqual(['示例袜业检测中心', 3, 4, 4, ['诸暨']])
  expect((await labsInPalette.search('汗渍')).rows.map(({ title }) => title)).toEqual(['袜子 耐汗渍色牢度'])

  expect(await labAnswers.read({ name: 'labs.patchTest', args: { complex, id: view.tests[0].id, fields: {} } }, { mid: 1, outcome: 'rejected', code: 'forbidden', facts: {} })).toEqual({
    title: `示例袜业检测中心 ${view.tests[0].parameter}`, text: '你没有这项权限。请找管理员。', path: `/labs?lab=${lab}&tab=tests`,
  })
  expect(await labAnswers.read({ name: 'labs.add', args: { complex, id: newId(), name: '示例中心' } }, { mid: 1, outcome: 'rejected', code: 'forbidden', facts: {} })).toMatchObject({ title: '示例中心', path: '/labs' })

  const { wanted: away, kept } = removeExample(view, restedOn([], []), newId)
  expect([kept, (await runAll(away)).ok]).toEqual([[], true])
  expect(await viewOf(lab)).toBeNull()
  expect((await look(reads => reads.list('resources'), [])).every(({ retired, open }) => retired && !open)).toBe(true)
  expect(await look(standingResources, null)).toEqual([])
})

test('fields of a conflict are said in words, a site by its name', async () => {
  const [lab, site] = [newId(), newId()]
  await run('labs.add', { id: lab, name: '示例中心', address: null, opening: null, contact: null, example: false })
  await run('labs.addSite', { id: site, lab, name: '上虞', address: null })
  await vi.waitFor(() => expect(valueText('resources.patch', 'site', site)).toBe('上虞'))
  expect(valueText('resources.patch', 'kind', 'room')).toBe('房间')
  expect(valueText('labs.patchTest', 'prices', [{ urgency: 'urgent', days: 2, fen: 40050 }])).toBe('加急 400.50 元 · 2 个工作日')
  expect(valueText('labs.patchTest', 'parts', [{ minutes: 120 }, { minutes: 45 }])).toBe('2 小时，然后 45 分钟')
  expect([valueText('labs.patch', 'retired', true), valueText('labs.patch', 'name', '甲'), valueText('companies.patch', 'name', '甲')]).toEqual(['已撤下', null, null])
})
