// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { newId } from '../db/new-id.ts'
import { run } from '../db/run.ts'
import { addMessages } from '../i18n.ts'
import { companyAnswers } from './answers.ts'
import { companies } from './contributions.ts'

addMessages([companies])

test('two that changed one field are named with it', async () => {
  const [complex, company] = [newId(), newId()]
  await run('companies.register', { id: company, name: '示例童装', uscc: null, address: null, contact: null, phone: null })
  const fields = { phone: { old: null, new: '1', conflict: newId() } }
  expect(await companyAnswers.read({ name: 'companies.patch', args: { complex, id: company, fields } }, { mid: 1, outcome: 'conflict', code: 'stale-field', facts: { fields: ['phone'] } })).toEqual({ title: '示例童装', text: '电话：同一处已被别人改过，两个值都留着，请选定一个。', path: `/companies?q=${encodeURIComponent('示例童装')}` })
})
