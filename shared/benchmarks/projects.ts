// Benchmarks of companies: begun, their values entered, ended; and the actions that follow from their gaps.
import { z } from 'zod'
import { companyOf } from '#shared/companies/company.ts'
import { mayTouch } from '#shared/companies/rights.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import type { BenchmarkTables, IndicatorSet } from './benchmark.ts'
import { actionFields, benchmarkFields, ownValue } from './fields.ts'

type BenchmarkCommand<Args extends { complex: string }> = Command<BenchmarkTables, Args>
const ids = { complex: z.uuid(), id: z.uuid() }
const ofTable = (table: 'benchmarks' | 'gap_actions'): Pick<BenchmarkCommand<{ complex: string; id: string }>, 'who' | 'locks'> => ({
  who: async (reads, { complex, id }, access) => mayTouch({ complex, company: (await reads.get(table, id))?.company }, access),
  locks: (_, { id }) => Promise.resolve([{ table, id }]),
})

const beginArgs = z.object({ ...ids, company: z.uuid(), product: benchmarkFields.product, kind: benchmarkFields.kind, set: benchmarkFields.set, aim: benchmarkFields.aim, before: z.uuid().nullable(), values: z.record(z.uuid(), ownValue) })

/** Against an edition that is published, so that it doesn't change any more; with the values of the run before, or none, which must be the same company's. */
export const beginBenchmark: BenchmarkCommand<z.output<typeof beginArgs>> = {
  args: beginArgs,
  who: async (reads, { complex, id, company }, access) => mayTouch({ complex, company }, access) ?? mayTouch({ complex, company: (await reads.get('benchmarks', id))?.company ?? company }, access),
  locks: (_, { id, set }) => Promise.resolve([{ table: 'indicator_sets', id: set }, { table: 'benchmarks', id }]),
  run: async (tx, args, { now, user }) => {
    if (await tx.get('benchmarks', args.id)) return ok({ outcome: 'applied' })
    const company = await companyOf(tx, args.company)
    const before = args.before === null ? null : await tx.get('benchmarks', args.before)
    const set = await tx.get('indicator_sets', args.set)
    if (!company || !set || before === undefined) return fail({ code: 'not-found' })
    if (set.state === 'draft') return fail({ code: 'bad-state' })
    if (!hasAim(set, args.aim)) return fail({ code: 'validation' })
    if (before && (await companyOf(tx, before.company))?.id !== company.id) return fail({ code: 'not-found' })
    await tx.put('benchmarks', { ...args, company: company.id, ended: false, by: user, at: now })
    return ok({ outcome: 'applied' })
  },
}

const { product, kind, set, aim, ended } = benchmarkFields
const patchArgs = z.object({ ...ids, fields: z.object({ product: fieldChange(product), kind: fieldChange(kind), set: fieldChange(set), aim: fieldChange(aim), ended: fieldChange(ended) }) })

export const patchBenchmark: BenchmarkCommand<z.output<typeof patchArgs>> = {
  args: patchArgs,
  ...ofTable('benchmarks'),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('benchmarks', id)
    const set = row && (await tx.get('indicator_sets', changes.set?.new ?? row.set))
    if (!row || !set) return fail({ code: 'not-found' })
    if (set.state === 'draft' || (row.ended && Object.keys(changes).some(field => field !== 'ended'))) return fail({ code: 'bad-state' })
    if (changes.aim && !hasAim(set, changes.aim.new)) return fail({ code: 'validation' })
    return ok(await patchRow(tx, { table: 'benchmarks', row, company: row.company, changes, by: { user, client, mid } }))
  },
}

const valuesArgs = z.object({ ...ids, fields: z.record(z.uuid(), fieldChange(ownValue.nullable()).unwrap()) })

const hasAim = ({ references }: IndicatorSet, aim: string | null): boolean => aim === null || references.some(({ id }) => id === aim)

/** Values by their indicators; null takes one away. One that has ended is not written in. */
export const setValues: BenchmarkCommand<z.output<typeof valuesArgs>> = {
  args: valuesArgs,
  ...ofTable('benchmarks'),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('benchmarks', id)
    if (!row) return fail({ code: 'not-found' })
    if (row.ended) return fail({ code: 'bad-state' })
    return ok(await patchRow(tx, { table: 'benchmarks', row, inside: 'values', company: row.company, changes, by: { user, client, mid } }))
  },
}

const { what, who: whoDoes, due, means, state, note } = actionFields
const addArgs = z.object({ ...ids, benchmark: z.uuid(), indicator: z.uuid(), reference: z.uuid().nullable(), what, who: whoDoes, due, means })

export const addAction: BenchmarkCommand<z.output<typeof addArgs>> = {
  args: addArgs,
  who: async (reads, { complex, id, benchmark }, access) => {
    const of = async (table: 'benchmarks' | 'gap_actions', row: string) => (await reads.get(table, row))?.company
    const held = await of('gap_actions', id)
    return mayTouch({ complex, company: await of('benchmarks', benchmark) }, access) ?? (held === undefined ? null : mayTouch({ complex, company: held }, access))
  },
  locks: (_, { id }) => Promise.resolve([{ table: 'gap_actions', id }]),
  run: async (tx, args, { now, user }) => {
    const of = await tx.get('benchmarks', args.benchmark)
    if (!of) return fail({ code: 'not-found' })
    if (!(await tx.get('gap_actions', args.id))) await tx.put('gap_actions', { ...args, company: of.company, state: 'open', note: null, by: user, at: now })
    return ok({ outcome: 'applied' })
  },
}

const patchActionArgs = z.object({ ...ids, fields: z.object({ what: fieldChange(what), who: fieldChange(whoDoes), due: fieldChange(due), means: fieldChange(means), state: fieldChange(state), note: fieldChange(note) }) })

export const patchAction: BenchmarkCommand<z.output<typeof patchActionArgs>> = {
  args: patchActionArgs,
  ...ofTable('gap_actions'),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('gap_actions', id)
    return row ? ok(await patchRow(tx, { table: 'gap_actions', row, company: row.company, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}
