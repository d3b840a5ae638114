import type { Dexie, Transaction } from 'dexie'

/**
 * Versions are appended and frozen; none imports code of the app. A version that adds a table sets all cursors to
 * `{ver: 0, floor: 0}`, so that rows which the version before passed over are read again.
 */
export const declareWorkVersions = (database: Dexie): void => {
  database.version(1).stores({
    meta: 'k',
    outbox: 'mid, state, *touches',
    outcomes: 'mid',
    inbox: 'id, kind',
    cursors: 'scope',
    follows: 'id, key, *_s',
    standard_notes: 'id, number, *_s',
    own_standards: 'id, number, *_s',
    field_conflicts: 'id, row, *_s',
    companies: 'id, uscc, *_s',
    resources: 'id, *_s',
    bookings: 'id, company, holding, [status+holdUntil], [status+start], *_s',
    booking_slots: 'id, booking, waitingFor, *_s',
    resource_busy: 'id, [resource+to], *_s',
  })
  // Fields lie sealed from here on (`sealing.ts`): an app that doesn't know that leaves the database alone.
  database.version(2).stores({})
  database.version(3).stores({ calendar_years: 'id, year, *_s' }).upgrade(readAgain)
  database.version(4).stores({
    labs: 'id, *_s',
    lab_sites: 'id, lab, *_s',
    scope_rows: 'id, lab, method, *_s',
    tests: 'id, lab, *_s',
    company_pairs: 'id, *_s',
    company_contacts: 'id, company, *_s',
    company_sites: 'id, company, *_s',
    company_products: 'id, company, *_s',
    instruments: 'id, company, resource, *_s',
    certificates: 'id, instrument, *_s',
    instrument_events: 'id, instrument, *_s',
  }).upgrade(readAgain)
  database.version(5).stores({
    bookings: 'id, company, holding, batch, instrument, [status+holdUntil], [status+start], *_s',
  })
  database.version(6).stores({
    indicator_sets: 'id, family, *_s',
    benchmarks: 'id, company, set, *_s',
    gap_actions: 'id, benchmark, company, *_s',
  }).upgrade(readAgain)
}

const readAgain = (tx: Transaction): Promise<number> => Promise.resolve(tx.table('cursors').toCollection().modify({ ver: 0, floor: 0 }))
