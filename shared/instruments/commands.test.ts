import { describe, expect, test } from 'vitest'
import type { Resource } from '#shared/bookings/booking.ts'
import type { Command, CommandArgs, Stamp } from '#shared/sync/command.ts'
import type { Access, Role } from '#shared/sync/scopes.ts'
import type { Tx } from '#shared/sync/tx.ts'
import { registerCertificate } from './certificates.ts'
import { addInstrument, addInstruments, markInstrument, patchInstrument } from './commands.ts'
import type { InstrumentTables } from './instrument.ts'

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [COMPLEX, COMPANY, RESOURCE, OTHER] = [uuid(1), uuid(2), uuid(3), uuid(4)]
const resource = (id: string): Resource => ({ id, complex: COMPLEX, name: '拉力机', lanes: 1, approval: false, open: true, hours: [], granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 60 })

type Rows = Record<string, { [field: string]: unknown; id: string }[]>
/** Commands over rows in memory, each row a copy. `now` is 2026-10-08, 08:00 in Asia/Shanghai, and a second more each time. */
const world = () => {
  const rows: Rows = { resources: [resource(RESOURCE), resource(OTHER)], companies: [{ id: COMPANY, complex: COMPLEX, name: '甲', mergedInto: null }] }
  const of = (table: string) => (rows[table] ??= [])
  const tx = {
    get: (table: string, id: string) => Promise.resolve(of(table).find(row => row.id === id)),
    listBy: (table: string, field: string, value: unknown) => Promise.resolve(of(table).filter(row => row[field] === value)),
    put: (table: string, row: Rows[string][number]) => Promise.resolve(void (rows[table] = [...of(table).filter(({ id }) => id !== row.id), structuredClone(row)])),
  } as unknown as Tx<InstrumentTables>
  let now = Date.UTC(2026, 9, 8)
  const run = async <A extends CommandArgs>(command: Command<InstrumentTables, A>, args: object) => {
    const stamp: Stamp = { now: (now += 1000), user: uuid(9), device: '', client: '', mid: 1 }
    const done = await command.run(tx, command.args.parse({ complex: COMPLEX, ...args }), stamp)
    return done.ok ? done.value.outcome : done.problem.code
  }
  const due = (id = RESOURCE) => (of('resources').find(row => row.id === id) as Resource | undefined)?.calibration?.due
  return { tx, of, run, due }
}
let next = 100
const instrument = (more: object = {}) => ({
  id: uuid(next++), company: null, resource: RESOURCE, number: 'LJ-1', name: '拉力机', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30,
  mpe: null, unit: null, ...more,
})
const certificate = (of: { id: string }, day: string, more: object = {}) => ({
  id: uuid(next++), instrument: of.id, number: 'Z-1', issuer: null, day, validTo: null, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null, ...more,
})
const change = (old: unknown, to: unknown) => ({ old, new: to, conflict: uuid(next++) })

describe('the day of a resource', () => {
  test('comes with a linked instrument, moves with its certificates, goes with the link', async () => {
    const { run, due } = world()
    const one = instrument()
    expect([due(), await run(addInstrument, one), due()]).toEqual([undefined, 'applied', '2026-10-07'])
    await run(registerCertificate, certificate(one, '2026-01-31'))
    expect(due()).toBe('2027-01-31')
    await run(registerCertificate, certificate(one, '2026-05-01', { result: 'fail' }))
    expect(due()).toBe('2026-04-30')
    await run(registerCertificate, certificate(one, '2026-06-01'))
    await run(patchInstrument, { id: one.id, fields: { resource: change(RESOURCE, OTHER) } })
    expect([due(), due(OTHER)]).toEqual([undefined, '2027-06-01'])
    await run(markInstrument, { id: uuid(next++), instrument: one.id, kind: 'scrap', day: '2026-10-08', note: null })
    expect(due(OTHER)).toBeUndefined()
  })

  test('of several instruments the earliest counts', async () => {
    const { run, due } = world()
    const [one, two] = [instrument(), instrument()]
    for (const [of, day] of [[one, '2026-03-01'], [two, '2026-02-01']] as const) {
      await run(addInstrument, of)
      await run(registerCertificate, certificate(of, day))
    }
    expect(due()).toBe('2027-02-01')
  })

  test('a kind without a certificate of its own was never good', async () => {
    const { run, due } = world()
    const one = instrument()
    await run(addInstrument, one)
    await run(registerCertificate, certificate(one, '2026-03-01'))
    await run(patchInstrument, { id: one.id, fields: { kind: change('calibration', 'verification') } })
    expect(due()).toBe('2026-10-07')
  })
})

describe('what is kept', () => {
  test('an interval counts from the next certificate on', async () => {
    const { run, of } = world()
    const one = instrument({ company: COMPANY, resource: null })
    await run(addInstrument, one)
    await run(registerCertificate, certificate(one, '2025-10-20'))
    await run(patchInstrument, { id: one.id, fields: { months: change(12, 15) } })
    await run(registerCertificate, certificate(one, '2026-10-01'))
    expect(of('certificates').map(row => row['due'])).toEqual(['2026-10-20', '2028-01-01'])
  })

  test('a correction stands beside what it corrects, once, with the interval of then', async () => {
    const { run, of } = world()
    const one = instrument({ company: COMPANY, resource: null })
    await run(addInstrument, one)
    const first = certificate(one, '2025-10-20')
    await run(registerCertificate, first)
    await run(patchInstrument, { id: one.id, fields: { months: change(12, 6) } })
    expect(await run(registerCertificate, certificate(one, '2025-10-21', { replaces: first.id }))).toBe('applied')
    expect(await run(registerCertificate, certificate(one, '2025-10-22', { replaces: first.id }))).toBe('bad-state')
    expect(of('certificates').map(({ day, due, revision }) => [day, due, revision])).toEqual([['2025-10-20', '2026-10-20', 1], ['2025-10-21', '2026-10-21', 2]])
    const other = instrument({ company: COMPANY, resource: null })
    await run(addInstrument, other)
    expect(await run(registerCertificate, certificate(other, '2026-01-01', { replaces: first.id }))).toBe('not-found')
  })

  test.each([['scrapped before', 'bad-state', '2026-10-08', true], ['a day ahead of any clock', 'validation', '2026-10-10', false]])('%s: %s', async (_, code, day, scrapped) => {
    const { run } = world()
    const one = instrument()
    await run(addInstrument, one)
    if (scrapped) await run(markInstrument, { id: uuid(next++), instrument: one.id, kind: 'scrap', day: '2026-10-08', note: null })
    expect(await run(markInstrument, { id: uuid(next++), instrument: one.id, kind: 'stop', day, note: null })).toBe(code)
  })

  test.each([
    ['a company’s instrument is no resource of the lab', addInstrument, instrument({ company: COMPANY })], ['a restriction without its words', registerCertificate, certificate({ id: uuid(5) }, '2026-01-01', { result: 'limited' })],
    ['good until before it was done', registerCertificate, certificate({ id: uuid(5) }, '2026-01-02', { validTo: '2026-01-01' })], ['an error that is no number', registerCertificate, certificate({ id: uuid(5) }, '2026-01-01', { asFound: { error: '0,01', u: null } })],
  ])('%s is not taken', (_, command, args) => expect(command.args.safeParse({ complex: COMPLEX, ...args }).success).toBe(false))
})

test('the lab’s own is kept by lab and admin, not found for companies; a company’s by all of the staff', async () => {
  const { tx, run } = world()
  const [own, theirs] = [instrument(), instrument({ company: COMPANY, resource: null })]
  await run(addInstrument, own)
  await run(addInstrument, theirs)
  const may = async (role: Role, of: { id: string }, company: string | null = null) => {
    const access: Access = { user: '', memberships: [{ complex: COMPLEX, role, company }] }
    return (await markInstrument.who(tx, markInstrument.args.parse({ complex: COMPLEX, id: uuid(8), instrument: of.id, kind: 'stop', day: '2026-10-08', note: null }), access))?.code ?? 'yes'
  }
  expect(await Promise.all([may('lab', own), may('front', own), may('company', own, COMPANY), may('front', theirs), may('company', theirs, COMPANY), may('company', theirs, uuid(7))])).toEqual(['yes', 'forbidden', 'not-found', 'yes', 'forbidden', 'not-found'])
})

describe('a list', () => {
  const listed = (more: object = {}) => {
    const row: Record<string, unknown> = instrument(more)
    return row
  }
  test('brings the lab’s own with their resource: an imported due day blocks it once it has passed, a certificate frees it', async () => {
    const { run, due, of } = world()
    const [one, other] = [listed({ listed: { due: '2026-09-30', done: null } }), listed({ number: 'LJ-2', resource: OTHER })]
    expect(await run(addInstruments, { id: uuid(next++), source: '设备.xlsx', rows: [one, other] })).toBe('applied')
    expect([due(), due(OTHER)]).toEqual(['2026-09-30', '2026-10-07'])
    expect(of('instruments').find(({ id }) => id === one['id'])).toMatchObject({ company: null, listed: { kind: 'calibration', due: '2026-09-30', done: null, source: '设备.xlsx' } })
    expect(of('certificates')).toEqual([])
    await run(registerCertificate, certificate({ id: one['id'] as string }, '2026-10-01'))
    expect(due()).toBe('2027-10-01')
  })

  test('of companies links nothing, and only who keeps the lab’s own may bring such', async () => {
    const { run } = world()
    expect(() => addInstruments.args.parse({ complex: COMPLEX, id: uuid(next++), source: 'a', rows: [listed({ company: COMPANY })] })).toThrow()
    expect(await run(addInstruments, { id: uuid(next++), source: 'a', rows: [listed({ resource: uuid(77) })] })).toBe('not-found')
    const as = (role: Role): Access => ({ user: uuid(9), memberships: [{ complex: COMPLEX, role, company: null }] })
    const args = addInstruments.args.parse({ complex: COMPLEX, id: uuid(next++), source: 'a', rows: [listed({ company: COMPANY, resource: null }), listed()] })
    expect(await addInstruments.who(world().tx, args, as('front'))).toEqual({ code: 'forbidden' })
    expect(await addInstruments.who(world().tx, args, as('lab'))).toBeNull()
  })
})
