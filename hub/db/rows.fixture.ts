// One row of every synced table, with the audience that shared/tables.ts gives it.
import type { AppTables } from '#shared/tables.ts'
import { tables } from '#shared/tables.ts'
import type { Row } from '#shared/sync/tx.ts'

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const [COMPLEX, OTHER_COMPLEX, COMPANY, USER, RESOURCE] = [uuid(1), uuid(2), uuid(3), uuid(4), uuid(5)]
const SET = uuid(22)
const complex = COMPLEX
const BY = { user: USER, client: uuid(6), mid: 1, at: 0 }

export const rows: { [N in keyof AppTables]: AppTables[N] } = {
  follows: { id: uuid(10), complex, user: USER, key: 'GB/T 1', since: 1, ended: false },
  standard_notes: { id: uuid(11), complex, user: USER, number: 'GB/T 1-2020', text: '注', at: 1, withdrawn: false },
  own_standards: { id: uuid(12), complex, number: 'Q/JZ 1-2026', title: '坯布', owner: null, published: '2026-01', effective: null, withdrawn: null, replaces: null, remark: null, addedBy: USER, addedAt: 1 },
  companies: { id: COMPANY, complex, name: '甲织造', uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 1 },
  company_pairs: { id: uuid(17), complex, one: COMPANY, other: uuid(18), apart: true, at: 1 },
  company_contacts: { id: uuid(19), complex, company: COMPANY, name: '示例联系人', role: null, phone: '138', ended: false, at: 1 },
  company_sites: { id: uuid(20), complex, company: COMPANY, name: '柯北仓库', address: null, ended: false, at: 1 },
  company_products: { id: uuid(21), complex, company: COMPANY, name: '罗纹布', ended: false, at: 1 },
  field_conflicts: { id: uuid(13), complex, company: COMPANY, table: 'companies', row: COMPANY, field: 'name', kept: 'a', offered: 'b', by: BY, settledAt: null },
  labs: { id: uuid(17), complex, name: '甲检测中心', address: null, opening: null, contact: '丙', example: false, retired: false, imported: null },
  lab_sites: { id: uuid(18), complex, lab: uuid(17), name: '柯桥', address: null, retired: false },
  scope_rows: { id: uuid(19), complex, lab: uuid(17), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', method: 'GB 2912.1', clause: null, range: '20–3500 mg/kg', cmc: null, site: uuid(18), from: null, until: '2028-03-31', retired: false },
  tests: { id: uuid(20), complex, lab: uuid(17), object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, parts: [{ resource: RESOURCE, minutes: 60, after: { least: 0, most: null } }], sample: null, prices: [{ urgency: 'normal', days: 5, fen: 12000 }], retired: false },
  resources: { id: RESOURCE, complex, name: '拉力机', lanes: 1, approval: false, open: true, hours: [{ day: 1, from: 480, to: 1080 }], granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 120 },
  calendar_years: { id: uuid(16), complex, year: 2026, days: [{ day: '2026-10-01', name: '国庆节', kind: 'rest', as: null }, { day: '2026-10-10', name: '', kind: 'work', as: 4 }] },
  bookings: { id: uuid(14), complex, company: COMPANY, resources: [RESOURCE], start: 10, end: 20, status: 'confirmed', purpose: '', batch: null, instrument: null, waitSeq: null, holdUntil: null, holding: null, by: BY, moves: [], reason: null },
  booking_slots: { id: uuid(15), complex, company: COMPANY, booking: uuid(14), resource: RESOURCE, lane: 1, from: 10, to: 20, kind: 'booking', status: 'confirmed', waitingFor: null, waitSeq: null },
  instruments: { id: uuid(17), complex, company: COMPANY, resource: null, number: 'KC-1', name: '数显卡尺', model: null, range: '0–150 mm', accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: '0.03', unit: 'mm', registeredAt: 1 },
  certificates: { id: uuid(18), complex, company: COMPANY, instrument: uuid(17), kind: 'calibration', number: 'Z-1', issuer: null, day: '2026-01-31', validTo: null, months: 12, due: '2027-01-31', result: 'pass', restriction: null, asFound: { error: '0.01', u: '0.01' }, asLeft: null, file: null, replaces: null, revision: 1, by: USER, registeredAt: 2 },
  instrument_events: { id: uuid(19), complex, company: COMPANY, instrument: uuid(17), kind: 'send', day: '2026-10-08', note: null, by: USER, at: 3 },
  indicator_sets: {
    id: SET, complex, family: SET, edition: 1, base: null, name: '针织 T 恤', source: null, example: false, state: 'used', references: [{ id: uuid(23), kind: 'national', number: 'GB 18401-2010', clause: 'B 类', name: null, left: null }],
    indicators: [{ id: uuid(24), name: '甲醛含量', nameEn: null, unit: 'mg/kg', method: 'GB/T 2912.1', direction: 'max', kind: 'basic' }], limits: { [`${uuid(24)}/${uuid(23)}`]: { text: '≤75', clause: null, method: null, comparison: 'full', rule: 'simple' } },
    by: USER, draftedAt: 1, publishedAt: 2,
  },
  benchmarks: { id: uuid(25), complex, company: COMPANY, product: '针织 T 恤', kind: 'standards', set: SET, aim: uuid(23), values: { [uuid(24)]: { text: '24', unit: null, U: '5', k: '2', method: null, report: null } }, before: null, ended: false, by: USER, at: 3 },
  gap_actions: { id: uuid(26), complex, company: COMPANY, benchmark: uuid(25), indicator: uuid(24), reference: null, what: '复测', who: null, due: '2026-12-01', means: null, state: 'open', note: null, by: USER, at: 4 },
  resource_busy: { id: uuid(15), complex, resource: RESOURCE, lane: 1, from: 10, to: 20, kind: 'busy', open: true },
}

/** In an order in which what one refers to comes first. */
export const eachRow = Object.entries(rows) as [keyof AppTables, Row][]

export const audienceOf = (table: keyof AppTables, row: Row): string[] => tables[table].scopes(row as never)
