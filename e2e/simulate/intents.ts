// What people at their desks do: mostly what makes sense with what they see, over few times and resources so that they meet.
import type { Company } from '#shared/companies/company.ts'
import { usccCheck } from '#shared/companies/uscc.ts'
import type { OwnStandard } from '#shared/standards/own.ts'
import { type Certificate, EVENT_KINDS, type Instrument } from '#shared/instruments/instrument.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import { actOnGap, benchmarkOf, draftSet, setStep } from './benchmarking.ts'
import { close, followCalendar, reopen, setYear } from './closing.ts'
import { companyFor, type Desire, type Given, given, rowsOf } from './desire.ts'
import type { SimDesk } from './sim.ts'
import { ask, askBoth, askChain, askTest, inform, moveStep, reschedule, step, subcontract } from './booking-intents.ts'
import { addLab, addSite, addTest, correctScope, extend, patchIn, takeScope } from './lab-intents.ts'
import { COMPANIES, OWN_STANDARD, RESOURCES } from './world.ts'

export const intentFor = (desk: SimDesk, random: Random, id: () => string): Given | null => {
  const { role } = desk.person.membership
  const [weights, total] = role === 'company' ? COMPANY : STAFF
  let at = random.below(total)
  for (const [weight, desire] of weights) if ((at -= weight) < 0) return desire(desk, random, id)
  return null
}

const newCompany = (random: Random, id: () => string) => {
  const code = `9133060${random.below(2)}MA2888888`
  return { id: id(), name: `企业${random.below(9)}`, uscc: code + usccCheck(code), address: null, contact: null, phone: null }
}
const register: Desire = (_, random, id) => given('companies.register', newCompany(random, id), 'companies')

const registerMany: Desire = (_, random, id) => {
  const rows = [newCompany(random, id), newCompany(random, id)]
  return { ...given('companies.registerMany', { id: id(), source: '名单.csv', rows }), made: { table: 'companies', id: rows[0].id } }
}
const patchCompany: Desire = (desk, random, id) => {
  const company = random.pick<Company | undefined>(rowsOf(desk, 'companies'))
  return company ? given('companies.patch', { id: company.id, fields: change(company, random.pick(['name', 'phone']), random, id) }) : null
}
const twoCompanies = (desk: SimDesk, random: Random): Company[] | null => {
  const rows = rowsOf(desk, 'companies')
  return rows.length < 2 ? null : [random.pick(rows), random.pick(rows)]
}
const merge: Desire = (desk, random) => {
  const two = twoCompanies(desk, random)
  return two && given('companies.merge', { id: two[0].id, into: two[1].id })
}
const unmerge: Desire = (desk, random) => {
  const alias = random.pick<Company | undefined>(rowsOf(desk, 'companies').filter(({ mergedInto }) => mergedInto !== null))
  return alias ? given('companies.unmerge', { id: alias.id, into: alias.mergedInto }) : null
}
const reveal: Desire = (desk, random) => {
  const company = random.pick<Company | undefined>(rowsOf(desk, 'companies'))
  return company ? given('companies.reveal', { id: company.id }) : null
}
const setApart: Desire = (desk, random, id) => {
  const two = twoCompanies(desk, random)
  return two && given('companies.setApart', { id: id(), one: two[0].id, other: two[1].id, apart: true }, 'company_pairs')
}
const PARTS = { company_contacts: ['Contact', { role: null, phone: null }], company_sites: ['Site', { address: null }], company_products: ['Product', {}] } as const
const addPart: Desire = (desk, random, id) => {
  const table = random.pick(Object.keys(PARTS) as (keyof typeof PARTS)[])
  const [kind, more] = PARTS[table]
  return given(`companies.add${kind}`, { id: id(), company: companyFor(desk, random), name: '甲', ...more }, table)
}
const changePart: Desire = (desk, random, id) => {
  const table = random.pick(Object.keys(PARTS) as (keyof typeof PARTS)[])
  const row = random.pick<AppTables[typeof table] | undefined>(rowsOf(desk, table))
  if (!row) return null
  const [kind] = PARTS[table]
  return random.chance(0.3) ? given(`companies.end${kind}`, { id: row.id, ended: !row.ended }) : given(`companies.patch${kind}`, { id: row.id, fields: { name: { old: row.name, new: `name-${random.below(4)}`, conflict: id() } } })
}
const patchOwn: Desire = (desk, random, id) => {
  const own = rowsOf(desk, 'own_standards').find(row => row.id === OWN_STANDARD)
  return own ? given('standards.patchOwn', { id: own.id, fields: change(own, random.pick(['title', 'remark']), random, id) }) : null
}
const change = <R extends Company | OwnStandard | Instrument>(row: R, field: keyof R & string, random: Random, id: () => string): object => ({ [field]: { old: row[field], new: `${field}-${random.below(6)}`, conflict: id() } })

const settle: Desire = (desk, random) => {
  const clash = random.pick<AppTables['field_conflicts'] | undefined>(rowsOf(desk, 'field_conflicts').filter(({ settledAt }) => settledAt === null))
  return clash ? given('clashes.settle', { id: clash.id }) : null
}

const follow: Desire = (_, random, id) => given('standards.follow', { id: id(), key: `GB/T ${random.below(3)}` }, 'follows')
const unfollow: Desire = (desk, random) => {
  const row = random.pick<AppTables['follows'] | undefined>(rowsOf(desk, 'follows'))
  return row ? given('standards.unfollow', { id: row.id }) : null
}
const addNote: Desire = (_, random, id) => given('standards.addNote', { id: id(), number: `GB/T ${random.below(3)}-2020`, text: '注' }, 'standard_notes')
const withdrawNote: Desire = (desk, random) => {
  const row = random.pick<AppTables['standard_notes'] | undefined>(rowsOf(desk, 'standard_notes'))
  return row ? given('standards.withdrawNote', { id: row.id }) : null
}
const patchResource: Desire = (desk, random, id) => {
  const row = random.pick<AppTables['resources'] | undefined>(rowsOf(desk, 'resources'))
  if (!row) return null
  const fields = random.chance(0.5) ? { lanes: { old: row.lanes, new: 1 + random.below(2), conflict: id() } } : { weekMin: { old: row.weekMin ?? null, new: random.pick([null, 180, 300]), conflict: id() } }
  return given('resources.patch', { id: row.id, fields })
}
const addInstrument: Desire = (desk, random, id) => {
  const own = desk.person.membership.role === 'lab' && random.chance(0.7)
  return given('instruments.add', {
    id: id(), company: own ? null : random.pick(COMPANIES), resource: own ? random.pick(RESOURCES) : null, number: `KC-${random.below(9)}`, name: '卡尺', model: null, range: null, accuracy: null,
    location: null, keeper: null, kind: 'calibration', months: 1 + random.below(12), label: 'due', advanceDays: 30, mpe: null, unit: null,
  }, 'instruments')
}
const addInstruments: Desire = (_, random, id) =>
  given('instruments.addMany', {
    id: id(), source: '台账.csv', rows: Array.from({ length: 1 + random.below(3) }, () => ({
      id: id(), ...(random.chance(0.7) ? { company: random.pick(COMPANIES) } : { company: null, resource: random.pick(RESOURCES) }), ...(random.chance(0.5) && { listed: { due: `2026-1${random.below(3)}-09`, done: null } }),
      number: `KC-${random.below(9)}`, name: '卡尺', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'check', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null,
    })),
  })
const instrumentOf = (desk: SimDesk, random: Random): Instrument | undefined => random.pick<Instrument | undefined>(rowsOf(desk, 'instruments'))
const patchInstrument: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  const resource = random.pick([null, ...RESOURCES])
  if (!row) return null
  const linked = row.company === null && random.chance(0.5)
  return given('instruments.patch', { id: row.id, fields: linked ? { resource: { old: row.resource, new: resource, conflict: id() } } : change(row, 'keeper', random, id) })
}
const markInstrument: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  if (!row) return null
  return given('instruments.mark', { id: id(), instrument: row.id, kind: random.pick(EVENT_KINDS.filter(kind => kind !== 'scrap' || random.chance(0.3))), day: '2026-10-09', note: null }, 'instrument_events')
}
const certify: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  if (!row) return null
  const older = random.pick<Certificate | null | undefined>([null, ...rowsOf(desk, 'certificates').filter(({ instrument }) => instrument === row.id)])
  return given('certificates.register', {
    id: id(), instrument: row.id, number: `Z-${random.below(9)}`, issuer: null, day: `2026-0${1 + random.below(9)}-0${1 + random.below(9)}`, validTo: null, result: random.pick(['pass', 'fail']), restriction: null,
    asFound: null, asLeft: null, file: null, replaces: older?.id ?? null,
  }, 'certificates')
}
const setOpen: Desire = (_, random) => given('resources.setOpen', { id: random.pick(RESOURCES), open: random.chance(0.5) })

const COMMON: [number, Desire][] = [
  [30, ask('bookings.place')],
  [8, ask('bookings.hold')],
  [4, askTest],
  [2, askBoth],
  [6, askChain],
  [12, reschedule],
  [8, moveStep],
  [20, step('bookings.cancel', ['held', 'confirmed', 'checked_in'])],
  [3, step('bookings.cancel', ['waitlisted'])],
  [1, step('bookings.stay', ['waitlisted'])],
  [3, follow],
  [2, unfollow],
  [2, addNote],
  [2, withdrawNote],
  [8, patchCompany],
  [1, reveal],
  [1, addPart],
  [2, changePart],
  [2, settle],
  [3, benchmarkOf],
  [1, actOnGap],
]
const STAFF_ONLY: [number, Desire][] = [
  [10, step('bookings.confirm', ['held', 'waitlisted'])],
  [3, step('bookings.reject', ['held'])],
  [4, step('bookings.checkIn', ['confirmed'])],
  [3, step('bookings.finish', ['checked_in'])],
  [2, step('bookings.noShow', ['confirmed'])],
  [1, step('bookings.tell', ['waitlisted', 'held'])],
  [1, inform],
  [1, subcontract],
  [5, register],
  [1, registerMany],
  [2, merge],
  [1, unmerge],
  [1, setApart],
  [8, patchOwn],
  [4, setOpen],
  [2, close],
  [2, reopen],
  [2, followCalendar],
  [1, setYear],
  [1, patchResource],
  [1, addLab],
  [1, addSite],
  [1, addTest],
  [1, takeScope],
  [1, patchIn('labs.patch', 'labs', 'address')],
  [1, patchIn('labs.patchSite', 'lab_sites', 'name')],
  [1, correctScope],
  [1, patchIn('labs.patchScope', 'scope_rows', 'range')],
  [1, extend],
  [1, patchIn('labs.patchTest', 'tests', 'sample')],
  [2, addInstrument],
  [1, addInstruments],
  [1, patchInstrument],
  [2, markInstrument],
  [2, certify],
  [1, draftSet],
  [3, setStep],
]
const weighed = (desires: [number, Desire][]): readonly [[number, Desire][], number] => [desires, desires.reduce((sum, [weight]) => sum + weight, 0)]
const COMPANY = weighed([...COMMON, [1, step('bookings.confirm', ['held'])]])
const STAFF = weighed([...COMMON, ...STAFF_ONLY])
