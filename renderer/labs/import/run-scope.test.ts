import { expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import type { ReadLine, ScopeRead } from '#shared/labs/import/read-scope.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { LabSite, ScopeRow } from '#shared/labs/lab.ts'
import type { Wanted } from '../../db/run.ts'
import { importScope, type Means } from './run-scope.ts'

const LAB = '00000000-0000-7000-8000-000000000001'
const line = (parameter: string, site: string | null = null): ReadLine => ({ scheme: 'CNAS', certificate: null, object: '纺织品', parameter, number: 'GB/T 2912.1-2009', method: 'GB 2912.1', clause: null, range: null, cmc: null, site, from: null, until: null })
const reading = (lines: ReadLine[]): ScopeRead => ({ read: lines.length, lines, merged: 0, refused: [], carried: 0 })

/** A desk that keeps what the commands of an import say. */
const desk = (over: Partial<Means> = {}) => {
  let last = 1
  const rows = new Map<string, ScopeRow>()
  const sites: LabSite[] = []
  const told: string[] = []
  const means: Means = {
    newId: () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`,
    breathe: () => Promise.resolve(),
    tell: (done, total) => void told.push(`${done}/${total}`),
    stopped: () => false,
    run: (wanted: Wanted[]) => {
      for (const { name, args } of wanted) {
        expect(commands[name].args.safeParse({ complex: LAB, ...args }).error).toBeUndefined()
        if (name === 'labs.addSite') sites.push({ ...args, complex: LAB, retired: false })
        if (name !== 'labs.takeScope') continue
        for (const row of args.rows) rows.set(row.id, { ...row, complex: LAB, lab: LAB, method: 'GB 2912.1', retired: false })
        for (const id of args.ended) rows.delete(id)
      }
      return Promise.resolve(ok(null))
    },
    ...over,
  }
  return { means, rows, sites, told, before: () => ({ rows: [...rows.values()], sites }) }
}
const many = Array.from({ length: 250 }, (_, i) => line(`参数${i}`, i % 2 ? '柯桥' : null))

test('all goes in, a site that is new once, and the same file again changes nothing', async () => {
  const { means, rows, sites, told, before } = desk()
  expect(await importScope(LAB, reading(many), before(), means)).toEqual({ end: 'done', done: 3, total: 3 })
  expect([rows.size, sites.map(({ name }) => name), told]).toEqual([250, ['柯桥'], ['0/3', '1/3', '2/3', '3/3']])
  const ids = [...rows.keys()]
  expect(await importScope(LAB, reading(many), before(), means)).toEqual({ end: 'done', done: 1, total: 1 })
  expect([...rows.keys()]).toEqual(ids)
})

test('stopped, it says how far it came, and goes on from there with the same file', async () => {
  let asked = 0
  const { means, rows, before } = desk({ stopped: () => ++asked === 2 })
  expect(await importScope(LAB, reading(many), before(), means)).toEqual({ end: 'stopped', done: 1, total: 3 })
  expect(rows.size).toBe(100)
  expect(await importScope(LAB, reading(many), before(), means)).toEqual({ end: 'done', done: 2, total: 2 })
  expect(rows.size).toBe(250)
})

test('what the desk refuses ends it with the reason', async () => {
  const { means, before } = desk({ run: () => Promise.resolve(fail({ code: 'desk-full' })) })
  expect(await importScope(LAB, reading(many), before(), means)).toEqual({ end: 'failed', done: 0, total: 3, problem: { code: 'desk-full' } })
})
