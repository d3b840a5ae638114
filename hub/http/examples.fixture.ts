// One example of every command: whose it is, what it speaks of, who may run it. A new command without one does not compile.
import { randomUUID } from 'node:crypto'
import type { CommandName } from '#shared/commands.ts'

/** People of complex X but `frontY`; `a` and `b` are of two companies, `none` has lost every right. */
export const CAST = ['a', 'b', 'front', 'lab', 'trainer', 'admin', 'frontY', 'none'] as const
export type Role = (typeof CAST)[number]

/** What stands before the examples run. `hours`: an instant h hours into a day that is open, each call on a day of its own. */
export type Stage = { complex: string; company: { a: string; b: string }; resource: { free: string; approval: string }; day: () => (hour: number) => number; give: (as: Role, name: CommandName, args: object, outcome?: 'conflict' | 'waitlisted') => Promise<void> }

export type Example = {
  /** Whoever isn't named is refused. */
  may: readonly (Role | 'hub')[]
  /** Prepares what the command speaks of and gives its arguments; `id` names the row. */
  args: (stage: Stage) => Promise<{ id: string; [arg: string]: unknown }>
  /** It makes the row: under a new id nobody is refused for whose it is. */
  creates?: true
}

const STAFF = ['front', 'lab', 'trainer', 'admin'] as const
const id = randomUUID
const slots = (...resources: string[]): object[] => resources.map(resource => ({ id: id(), resource }))
/** Whether it is still the old one or already the new one, nobody's word is lost by it. */
const change = (old: string | null, to: string): object => ({ old, new: to, conflict: id() })

const follow = ({ complex }: Stage) => ({ complex, id: id(), key: 'GB/T 2912.1' })
const note = ({ complex }: Stage) => ({ complex, id: id(), number: 'GB/T 2912.1-2009', text: '看第 5 章' })
const own = ({ complex }: Stage) => ({ complex, id: id(), number: `Q/SX ${id().slice(0, 4)}-2026`, title: '内控', owner: null, published: null, effective: null, withdrawn: null, replaces: null, remark: null })
const company = ({ complex }: Stage) => ({ complex, id: id(), name: '甲', uscc: null, address: null, contact: null, phone: null })
const part = ({ complex, company }: Stage) => ({ complex, id: id(), company: company.a, name: '甲' })
const twins = async (stage: Stage) => ({ id: (await after(stage, 'front', 'companies.register', company(stage))).id, into: (await after(stage, 'front', 'companies.register', company(stage))).id })
const resource = ({ complex }: Stage) => ({ complex, id: id(), name: '拉力机', lanes: 1, approval: false, open: true, hours: ALWAYS, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 60 })
const lab = ({ complex }: Stage) => ({ complex, id: id(), name: '甲检测中心', address: null, opening: null, contact: null, example: false })
const line = () => ({ id: id(), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: null })
/** What stands in a lab that was entered for it. */
const inLab = async (stage: Stage) => ({ complex: stage.complex, id: id(), lab: (await after(stage, 'lab', 'labs.add', lab(stage))).id })
const site = async (stage: Stage) => ({ ...(await inLab(stage)), name: '柯桥', address: null })
const labTest = async (stage: Stage) => ({ ...(await inLab(stage)), object: '纺织品', parameter: 'pH 值', number: 'GB/T 7573-2009', range: null, parts: [{ resource: stage.resource.free, minutes: 60, after: { least: 0, most: null } }], sample: null, prices: [] })
const scope = async (stage: Stage) => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.add', lab(stage))).id, rows: [line()], ended: [], account: null })
export const ALWAYS = Array.from({ length: 7 }, (_, day) => ({ day: day + 1, from: 0, to: 1440 }))
const ask = ({ complex, company, resource, day }: Stage, on: 'free' | 'approval' = 'free') => {
  const at = day()
  return { complex, id: id(), company: company.a, purpose: '', start: at(9), end: at(10), slots: slots(resource[on]) }
}
/** A booking of a test of the directory. */
const tested = async (stage: Stage) => {
  const { id: test } = await after(stage, 'lab', 'labs.addTest', await labTest(stage))
  return after(stage, 'front', 'bookings.place', { ...ask(stage), test: { id: test, range: null, urgency: 'normal', seen: null } })
}
/** One whose time has begun: the first open day of the stage's past. */
const begun = (stage: Stage) => ({ ...ask(stage), start: Date.UTC(2026, 0, 5, 1) + begunHours++ * 3600_000, end: Date.UTC(2026, 0, 5, 1) + begunHours * 3600_000 })
let begunHours = 0
const closure = ({ complex, day }: Stage, resource: string) => {
  const at = day()
  return { complex, id: id(), resource, start: at(9), end: at(10), reason: '检修' }
}
const listed = (company: string | null) => ({
  id: id(), company, number: 'KC-1', name: '卡尺', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null,
})
const instrument = ({ complex, company }: Stage, own = false) => ({ ...listed(own ? null : company.a), complex, resource: null })
const certificate = ({ complex }: Stage, instrument: string) => ({
  complex, id: id(), instrument, number: 'Z-1', issuer: null, day: '2026-01-31', validTo: null, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null,
})
let nextYear = 2030
const drafted = ({ complex }: Stage) => {
  const [set, indicator, reference] = [id(), id(), id()]
  return {
    complex, id: set, family: set, base: null, example: false, name: '针织 T 恤', source: null, references: [{ id: reference, kind: 'national', number: 'GB 18401-2010', clause: 'B 类', name: null, left: null }],
    indicators: [{ id: indicator, name: '甲醛含量', nameEn: null, unit: 'mg/kg', method: null, direction: 'max', kind: 'basic' }], limits: { [`${indicator}/${reference}`]: { text: '≤75', clause: null, method: null, comparison: 'full', rule: 'simple' } },
  }
}
const begunWith = async (stage: Stage) => {
  const set = await after(stage, 'front', 'sets.draft', drafted(stage))
  await stage.give('front', 'sets.publish', { complex: stage.complex, id: set.id })
  return { set, benchmark: { complex: stage.complex, id: id(), company: stage.company.a, product: '针织 T 恤', kind: 'standards', set: set.id, aim: null, before: null, values: {} } }
}
const benchmark = async (stage: Stage) => {
  const { set, benchmark } = await begunWith(stage)
  await stage.give('front', 'benchmarks.begin', benchmark)
  return { complex: stage.complex, id: benchmark.id, indicator: set.indicators[0].id }
}
const action = async (stage: Stage) => {
  const { complex, id: of, indicator } = await benchmark(stage)
  return { complex, id: id(), benchmark: of, indicator, reference: null, what: '复测', who: null, due: null, means: null }
}
const step = ({ complex }: Stage, id: string) => ({ complex, id, reason: null })
/** Puts what `make` gives as somebody, then speaks of it. */
const after = async <A extends { id: string }>(stage: Stage, as: Role, name: CommandName, args: A): Promise<A> => {
  await stage.give(as, name, args)
  return args
}

export const examples: { readonly [N in CommandName]: Example } = {
  'standards.follow': { may: ['front'], args: stage => after(stage, 'front', 'standards.follow', follow(stage)), creates: true },
  'standards.unfollow': { may: ['front'], args: async stage => step(stage, (await after(stage, 'front', 'standards.follow', follow(stage))).id) },
  'standards.addNote': { may: ['front'], args: stage => after(stage, 'front', 'standards.addNote', note(stage)), creates: true },
  'standards.withdrawNote': { may: ['front'], args: async stage => step(stage, (await after(stage, 'front', 'standards.addNote', note(stage))).id) },
  'standards.addOwn': { may: STAFF, args: stage => Promise.resolve(own(stage)), creates: true },
  'standards.patchOwn': {
    may: STAFF,
    args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'standards.addOwn', own(stage))).id, fields: { title: change('内控', '内控二') } }),
  },
  'companies.register': { may: STAFF, args: stage => Promise.resolve(company(stage)), creates: true },
  'companies.registerMany': { may: STAFF, args: stage => { const { complex, ...row } = company(stage); return Promise.resolve({ complex, id: id(), source: '名单.csv', rows: [row, { ...row, id: id() }] }) }, creates: true },
  'companies.patch': { may: [...STAFF, 'a'], args: stage => Promise.resolve({ complex: stage.complex, id: stage.company.a, fields: { address: change(null, '新街') } }) },
  'companies.merge': { may: STAFF, args: async stage => ({ complex: stage.complex, ...(await twins(stage)) }) },
  'companies.unmerge': {
    may: STAFF,
    args: async stage => {
      const two = await twins(stage)
      await stage.give('front', 'companies.merge', { complex: stage.complex, ...two })
      return { complex: stage.complex, ...two }
    },
  },
  'companies.setApart': { may: STAFF, args: async stage => { const { id: one, into: other } = await twins(stage); return { complex: stage.complex, id: id(), one, other, apart: true } }, creates: true },
  'companies.reveal': { may: [...STAFF, 'a'], args: stage => Promise.resolve({ complex: stage.complex, id: stage.company.a }) },
  'companies.addContact': { may: [...STAFF, 'a'], args: stage => Promise.resolve({ ...part(stage), role: null, phone: null }), creates: true },
  'companies.patchContact': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addContact', { ...part(stage), role: null, phone: null })).id, fields: { name: change('甲', '乙') } }) },
  'companies.endContact': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addContact', { ...part(stage), role: null, phone: null })).id, ended: true }) },
  'companies.addSite': { may: [...STAFF, 'a'], args: stage => Promise.resolve({ ...part(stage), address: null }), creates: true },
  'companies.patchSite': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addSite', { ...part(stage), address: null })).id, fields: { name: change('甲', '乙') } }) },
  'companies.endSite': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addSite', { ...part(stage), address: null })).id, ended: true }) },
  'companies.addProduct': { may: [...STAFF, 'a'], args: stage => Promise.resolve({ ...part(stage) }), creates: true },
  'companies.patchProduct': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addProduct', { ...part(stage) })).id, fields: { name: change('甲', '乙') } }) },
  'companies.endProduct': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'companies.addProduct', { ...part(stage) })).id, ended: true }) },
  'clashes.settle': {
    may: [...STAFF, 'a'],
    args: async stage => {
      const clash = { old: '谁也没写过', new: '新巷', conflict: id() }
      await stage.give('front', 'companies.patch', { complex: stage.complex, id: stage.company.a, fields: { address: clash } }, 'conflict')
      return { complex: stage.complex, id: clash.conflict }
    },
  },
  'labs.add': { may: ['lab', 'admin'], args: stage => Promise.resolve(lab(stage)), creates: true },
  'labs.patch': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.add', lab(stage))).id, fields: { address: change(null, '新街') } }) },
  'labs.addSite': { may: ['lab', 'admin'], args: site, creates: true },
  'labs.patchSite': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.addSite', await site(stage))).id, fields: { name: change('柯桥', '上虞') } }) },
  'labs.takeScope': { may: ['lab', 'admin'], args: scope },
  'labs.correctScope': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.takeScope', await scope(stage))).rows[0].id, row: line() }) },
  'labs.patchScope': {
    may: ['lab', 'admin'],
    args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.takeScope', await scope(stage))).rows[0].id, fields: { range: change(null, '20–3500 mg/kg') } }),
  },
  'labs.addTest': { may: ['lab', 'admin'], args: labTest, creates: true },
  'labs.patchTest': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'labs.addTest', await labTest(stage))).id, fields: { sample: change(null, '10 g') } }) },
  'resources.add': { may: ['lab', 'admin'], args: stage => Promise.resolve(resource(stage)), creates: true },
  'resources.setOpen': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'resources.add', resource(stage))).id, open: true }) },
  'resources.patch': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'resources.add', resource(stage))).id, fields: { name: change('拉力机', '拉力机二') } }) },
  'resources.close': { may: ['lab', 'admin'], args: async stage => closure(stage, (await after(stage, 'lab', 'resources.add', resource(stage))).id), creates: true },
  'resources.reopen': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'resources.close', closure(stage, (await after(stage, 'lab', 'resources.add', resource(stage))).id))).id }) },
  'resources.followCalendar': { may: ['lab', 'admin'], args: async stage => { const { id, complex, resource: of, start, end, reason } = closure(stage, (await after(stage, 'lab', 'resources.add', resource(stage))).id); return { complex, id: of, closures: [{ id, start, end, reason, uid: 'a@x' }], gone: [] } } },
  'calendar.setYear': { may: ['lab', 'admin'], args: stage => Promise.resolve({ complex: stage.complex, id: id(), year: nextYear++, fields: { days: { old: [], new: [], conflict: id() } } }), creates: true },
  'bookings.place': { may: [...STAFF, 'a'], args: async stage => ({ ...ask(stage), batch: id(), instrument: (await after(stage, 'front', 'instruments.add', instrument(stage))).id }), creates: true },
  'bookings.placeAll': { may: [...STAFF, 'a'], args: stage => { const { complex, company, ...item } = ask(stage); return Promise.resolve({ complex, id: id(), company, items: [item] }) }, creates: true },
  'bookings.hold': { may: [...STAFF, 'a'], args: async stage => ({ ...ask(stage), instrument: (await after(stage, 'front', 'instruments.add', instrument(stage))).id, slots: slots((await after(stage, 'lab', 'resources.add', resource(stage))).id) }), creates: true },
  'bookings.reschedule': {
    may: ['front', 'lab', 'admin', 'a'],
    args: async stage => {
      const placed = await after(stage, 'front', 'bookings.place', ask(stage))
      return { ...placed, change: id(), start: placed.start + 4 * 3600_000, end: placed.end + 4 * 3600_000, slots: slots(stage.resource.free) }
    },
  },
  'bookings.stay': {
    may: ['front', 'lab', 'admin', 'a'],
    args: async stage => {
      const { id: only } = await after(stage, 'lab', 'resources.add', resource(stage))
      const first = await after(stage, 'front', 'bookings.place', { ...ask(stage), slots: slots(only) })
      const second = { ...first, id: id(), slots: slots(only) }
      await stage.give('front', 'bookings.place', second, 'waitlisted')
      return step(stage, second.id)
    },
  },
  'bookings.cancel': { may: ['front', 'lab', 'admin', 'a'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', ask(stage))).id) },
  'bookings.confirm': { may: ['lab', 'admin'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', ask(stage, 'approval'))).id) },
  'bookings.reject': { may: ['lab', 'admin'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', ask(stage, 'approval'))).id) },
  'bookings.expire': { may: ['hub'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.hold', { ...ask(stage), slots: slots((await after(stage, 'lab', 'resources.add', resource(stage))).id) })).id) },
  'bookings.finish': {
    may: ['front', 'lab', 'admin'],
    args: async stage => {
      const { id: booking } = await after(stage, 'front', 'bookings.place', ask(stage))
      await stage.give('front', 'bookings.checkIn', step(stage, booking))
      return step(stage, booking)
    },
  },
  'bookings.noShow': { may: ['front', 'lab', 'admin'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', begun(stage))).id) },
  'bookings.tell': { may: ['front', 'lab', 'admin'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', ask(stage))).id) },
  'bookings.inform': { may: ['front', 'lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await tested(stage)).id, plan: 'extend', way: 'phone', newer: null, to: '甲', day: '2026-01-31' }) },
  'bookings.subcontract': { may: STAFF, args: async stage => ({ complex: stage.complex, id: (await tested(stage)).id, subcontract: { to: '乙检测所', consent: '甲', day: '2026-01-31' } }) },
  'bookings.checkIn': { may: ['front', 'lab', 'admin'], args: async stage => step(stage, (await after(stage, 'front', 'bookings.place', ask(stage))).id) },
  'instruments.add': { may: STAFF, args: stage => Promise.resolve(instrument(stage)), creates: true },
  'instruments.addMany': { may: STAFF, args: stage => Promise.resolve({ complex: stage.complex, id: id(), source: '台账.csv', rows: [listed(stage.company.a)] }) },
  'instruments.patch': { may: ['lab', 'admin'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'lab', 'instruments.add', instrument(stage, true))).id, fields: { keeper: change(null, '甲') } }) },
  'instruments.mark': {
    may: STAFF,
    args: async stage => ({ complex: stage.complex, id: id(), instrument: (await after(stage, 'front', 'instruments.add', instrument(stage))).id, kind: 'send', day: '2026-01-31', note: null }),
    creates: true,
  },
  'sets.draft': { may: STAFF, args: stage => Promise.resolve(drafted(stage)), creates: true },
  'sets.patch': { may: STAFF, args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'sets.draft', drafted(stage))).id, fields: { name: change('针织 T 恤', '针织衫') } }) },
  'sets.setLimits': { may: STAFF, args: async stage => { const { complex, id: set, limits } = await after(stage, 'front', 'sets.draft', drafted(stage)); const [[key, old]] = Object.entries(limits); return { complex, id: set, fields: { [key]: { old, new: null, conflict: id() } } } } },
  'sets.publish': { may: STAFF, args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'sets.draft', drafted(stage))).id }) },
  'sets.end': { may: STAFF, args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'sets.draft', drafted(stage))).id }) },
  'benchmarks.begin': { may: [...STAFF, 'a'], args: async stage => (await begunWith(stage)).benchmark, creates: true },
  'benchmarks.patch': { may: [...STAFF, 'a'], args: async stage => { const { complex, id } = await benchmark(stage); return { complex, id, fields: { product: change('针织 T 恤', '针织衫') } } } },
  'benchmarks.setValues': { may: [...STAFF, 'a'], args: async stage => { const { complex, id: of, indicator } = await benchmark(stage); return { complex, id: of, fields: { [indicator]: { old: null, new: { text: '24', unit: null, U: '5', k: '2', method: null, report: null }, conflict: id() } } } } },
  'actions.add': { may: [...STAFF, 'a'], args: action, creates: true },
  'actions.patch': { may: [...STAFF, 'a'], args: async stage => ({ complex: stage.complex, id: (await after(stage, 'front', 'actions.add', await action(stage))).id, fields: { what: change('复测', '换染料') } }) },
  'certificates.register': { may: STAFF, args: async stage => certificate(stage, (await after(stage, 'front', 'instruments.add', instrument(stage))).id), creates: true },
}
