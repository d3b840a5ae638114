// What the people of labs do: labs, sites, tests, lines of scope.
import type { CommandName } from '#shared/commands.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import { type Desire, type Given, given, rowsOf } from './desire.ts'
import type { SimDesk } from './sim.ts'
import { RESOURCES } from './world.ts'

export const addLab: Desire = (_, random, id) => given('labs.add', { id: id(), name: `实验室${random.below(3)}`, address: null, opening: null, contact: null, example: false }, 'labs')
const inLab = (desk: SimDesk, random: Random, make: (lab: string) => Given): Given | null => {
  const lab = random.pick<AppTables['labs'] | undefined>(rowsOf(desk, 'labs'))
  return lab ? make(lab.id) : null
}
export const addSite: Desire = (desk, random, id) => inLab(desk, random, lab => given('labs.addSite', { id: id(), lab, name: '场所', address: null }, 'lab_sites'))
export const addTest: Desire = (desk, random, id) =>
  inLab(desk, random, lab => given('labs.addTest', { id: id(), lab, object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', range: null, parts: [{ resource: random.pick(RESOURCES), minutes: 60, after: { least: 0, most: null } }], sample: null, prices: [] }, 'tests'))
export const takeScope: Desire = (desk, random, id) =>
  inLab(desk, random, lab => {
    const row = { id: id(), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: null }
    const ended = rowsOf(desk, 'scope_rows').filter(one => one.lab === lab && random.chance(0.5)).map(one => one.id)
    return given('labs.takeScope', { id: lab, rows: [row], ended, account: { id: id(), read: 1, kept: 1, merged: 0, refused: 0, added: 1, changed: 0, same: 0, gone: ended.length } })
  })
export const correctScope: Desire = (desk, random, id) => {
  const old = random.pick<AppTables['scope_rows'] | undefined>(rowsOf(desk, 'scope_rows'))
  if (!old) return null
  const { scheme, certificate, object, parameter, number, clause, cmc, site, from, until } = old
  return given('labs.correctScope', { id: old.id, row: { id: id(), scheme, certificate, object, parameter, number, clause, range: `range-${random.below(4)}`, cmc, site, from, until } }, 'scope_rows')
}
export const patchIn = (name: CommandName, table: 'labs' | 'lab_sites' | 'scope_rows' | 'tests', field: string): Desire => (desk, random, id) => {
  const row = random.pick<AppTables[typeof table] | undefined>(rowsOf(desk, table))
  return row ? given(name, { id: row.id, fields: { [field]: { old: (row as unknown as Record<string, unknown>)[field] ?? null, new: `${field}-${random.below(4)}`, conflict: id() } } }) : null
}
export const extend: Desire = (desk, random, id) => {
  const row = random.pick<AppTables['scope_rows'] | undefined>(rowsOf(desk, 'scope_rows'))
  return row ? given('labs.patchScope', { id: row.id, fields: { extension: { old: row.extension ?? null, new: random.chance(0.3) ? null : { body: 'CNAS', day: '2026-10-09', number: `K-${random.below(3)}` }, conflict: id() } } }) : null
}
