// Every synced table: its row type, who may read a row, and its indexes, declared once for Dexie and SQL; what of it is sealed.
import type { BenchmarkTables } from '#shared/benchmarks/benchmark.ts'
import { type BookingTables, occupies } from '#shared/bookings/booking.ts'
import type { CompanyTables } from '#shared/companies/company.ts'
import type { InstrumentTables } from '#shared/instruments/instrument.ts'
import type { LabTables } from '#shared/labs/lab.ts'
import type { OwnTables } from '#shared/standards/own.ts'
import { companyScope, type Scope, scope } from '#shared/sync/scopes.ts'
import type { Tables } from '#shared/sync/tables.ts'

export type AppTables = OwnTables & CompanyTables & LabTables & BookingTables & InstrumentTables & BenchmarkTables

type Placed = { complex: string; company: string | null }
const staffAndCompany = ({ complex, company }: Placed): Scope[] => (company === null ? [scope('complex', complex)] : [companyScope(complex, company), scope('complex', complex)])
const staffAndOpen = ({ complex, open }: { complex: string; open: boolean }): Scope[] => [open ? scope('public', complex) : scope('complex', complex)]
const everyone = ({ complex }: { complex: string }): Scope[] => [scope('public', complex)]
const staff = ({ complex }: { complex: string }): Scope[] => [scope('complex', complex)]
const oneself = ({ user }: { user: string }): Scope[] => [scope('user', user)]

export const tables: Tables<AppTables> = {
  follows: { scopes: oneself, by: ['key'] },
  standard_notes: { scopes: oneself, by: ['number'] },
  own_standards: { scopes: staff, by: ['number'] },
  field_conflicts: { scopes: staffAndCompany, by: ['row'], sealed: ['kept', 'offered'] },
  companies: { scopes: ({ complex, id }) => [companyScope(complex, id), scope('complex', complex)], by: ['uscc'], sealed: ['contact', 'phone'] },
  company_pairs: { scopes: staff },
  company_contacts: { scopes: staffAndCompany, by: ['company'], sealed: ['name', 'phone'] },
  company_sites: { scopes: staffAndCompany, by: ['company'] },
  company_products: { scopes: staffAndCompany, by: ['company'] },
  labs: { scopes: everyone, sealed: ['contact'] },
  lab_sites: { scopes: everyone, by: ['lab'] },
  scope_rows: { scopes: everyone, by: ['lab', 'method'] },
  tests: { scopes: everyone, by: ['lab'] },
  resources: { scopes: staffAndOpen },
  calendar_years: { scopes: everyone, by: ['year'] },
  bookings: { scopes: staffAndCompany, by: ['company', 'holding', 'batch', 'instrument'], ranges: { status_hold: ['status', 'holdUntil'], status_start: ['status', 'start'] } },
  booking_slots: { scopes: staffAndCompany, by: ['booking', 'waitingFor'], exclusive: { same: ['resource', 'lane'], from: 'from', to: 'to', when: ({ status }) => occupies(status) } },
  resource_busy: { scopes: staffAndOpen, ranges: { resource_to: ['resource', 'to'] } },
  instruments: { scopes: staffAndCompany, by: ['company', 'resource'] },
  certificates: { scopes: staffAndCompany, by: ['instrument'] },
  instrument_events: { scopes: staffAndCompany, by: ['instrument'] },
  indicator_sets: { scopes: everyone, by: ['family'] },
  benchmarks: { scopes: staffAndCompany, by: ['company', 'set'] },
  gap_actions: { scopes: staffAndCompany, by: ['benchmark', 'company'] },
}
