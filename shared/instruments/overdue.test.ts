import { expect, test } from 'vitest'
import type { Reads } from '#shared/sync/tx.ts'
import type { Certificate, Instrument, InstrumentTables } from './instrument.ts'
import { overdueOf } from './overdue.ts'
import { certificate, instrument } from './records.fixture.ts'

const own = (id: string, more: Partial<Instrument> = {}): Instrument => ({ ...instrument({}), id, number: id, company: null, resource: 'r', ...more })
const of = (instruments: Instrument[], certificates: Certificate[]): Reads<InstrumentTables> =>
  ({ listBy: (table: string, _: string, value: string) => Promise.resolve(table === 'instruments' ? instruments.filter(one => one.resource === value) : table === 'certificates' ? certificates.filter(one => one.instrument === value) : []) }) as unknown as Reads<InstrumentTables>

test('which instruments of a resource aren’t good on a day, why, and since when', async () => {
  const reads = of([own('good'), own('late'), own('bad'), own('never'), own('elsewhere', { resource: 's' })], [
    { ...certificate({}), id: '1', instrument: 'good', due: '2027-01-01' }, { ...certificate({}), id: '2', instrument: 'late', due: '2026-10-20' }, { ...certificate({}), id: '3', instrument: 'bad', day: '2026-09-01', due: '2027-09-01', result: 'fail' },
  ])
  const found = async (day: string) => (await overdueOf(reads, 'r', day)).map(one => [one.instrument.id, one.why, one.why === 'none' ? '' : one.day])
  expect((await found('2026-10-21')).sort()).toEqual([['bad', 'failed', '2026-09-01'], ['late', 'expired', '2026-10-20'], ['never', 'none', '']])
  expect((await found('2026-10-20')).map(([id]) => id)).not.toContain('late')
})
