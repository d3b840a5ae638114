// Editions of indicator sets: drafted whole (from a file, a copy, the edition before), edited, published, ended.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { staffOnly } from '#shared/sync/rights.ts'
import type { BenchmarkTables, IndicatorSet } from './benchmark.ts'
import { limit, limitName, setFields } from './fields.ts'
import { unreadLimits } from './limit.ts'

type SetCommand<Args extends { complex: string }> = Command<BenchmarkTables, Args>
const ids = { complex: z.uuid(), id: z.uuid() }
const who: SetCommand<{ complex: string }>['who'] = (_, args, access) => Promise.resolve(staffOnly(args, access))
const lockSet = (_: unknown, { id }: { id: string }) => Promise.resolve([{ table: 'indicator_sets', id }])
/** Whether another edition is in use is asked and changed. */
const lockFamily: SetCommand<{ complex: string; id: string }>['locks'] = async (reads, { id }) => {
  const family = (await reads.get('indicator_sets', id))?.family ?? id
  return [...(await reads.listBy('indicator_sets', 'family', family)).map(one => one.id), id].map(one => ({ table: 'indicator_sets', id: one }))
}

const draftArgs = z.object({ ...ids, family: z.uuid(), base: z.uuid().nullable(), example: z.boolean(), ...setFields, limits: z.record(limitName, limit) }).refine(({ id, family, base }) => (base === null) === (family === id))

/** The next edition of its family, whatever its author took it for. */
export const draftSet: SetCommand<z.output<typeof draftArgs>> = {
  args: draftArgs,
  who,
  locks: (_, { id, family }) => Promise.resolve([{ table: 'indicator_sets', id: family }, { table: 'indicator_sets', id }]),
  run: async (tx, args, { now, user }) => {
    if (await tx.get('indicator_sets', args.id)) return ok({ outcome: 'applied' })
    if (args.base !== null && (await tx.get('indicator_sets', args.base))?.family !== args.family) return fail({ code: 'not-found' })
    const editions = await tx.listBy('indicator_sets', 'family', args.family)
    const edition = 1 + Math.max(0, ...editions.map(one => one.edition))
    await tx.put('indicator_sets', { ...args, edition, state: 'draft', by: user, draftedAt: now, publishedAt: null })
    return ok({ outcome: 'applied', facts: { edition } })
  },
}

const patchArgs = z.object({ ...ids, fields: z.object({ name: fieldChange(setFields.name), source: fieldChange(setFields.source), references: fieldChange(setFields.references), indicators: fieldChange(setFields.indicators) }) })

/** Fields of a draft, or of what its limits map: a published edition never changes. */
const editDraft = (inside?: 'limits'): SetCommand<{ complex: string; id: string; fields: Parameters<typeof patchRow>[1]['changes'] }>['run'] => async (tx, { id, fields: changes }, { user, client, mid }) => {
  const row = await tx.get('indicator_sets', id)
  if (!row) return fail({ code: 'not-found' })
  if (row.state !== 'draft') return fail({ code: 'bad-state' })
  return ok(await patchRow(tx, { table: 'indicator_sets', row, ...(inside && { inside }), company: null, changes, by: { user, client, mid } }))
}


export const patchSet: SetCommand<z.output<typeof patchArgs>> = {
  args: patchArgs,
  who,
  locks: lockSet,
  run: editDraft(),
}

const limitsArgs = z.object({ ...ids, fields: z.record(limitName, fieldChange(limit.nullable()).unwrap()) })

/** Limits of a draft, each by its key; null takes one away. */
export const setLimits: SetCommand<z.output<typeof limitsArgs>> = {
  args: limitsArgs,
  who,
  locks: lockSet,
  run: editDraft('limits'),
}

const stepArgs = z.object(ids)

/** From now on it is the one in use; the one before it ends. Refused while a limit can't be read: the facts name it. */
export const publishSet: SetCommand<z.output<typeof stepArgs>> = {
  args: stepArgs,
  who,
  locks: lockFamily,
  run: async (tx, { id }, { now }) => {
    const row = await tx.get('indicator_sets', id)
    if (!row) return fail({ code: 'not-found' })
    if (row.state === 'used') return ok({ outcome: 'applied' })
    if (row.state === 'ended') return fail({ code: 'bad-state' })
    const unread = unreadLimits(row)
    if (unread.length > 0 || row.indicators.length === 0 || row.references.length === 0) return fail({ code: 'validation', limits: unread })
    const used = (await tx.listBy('indicator_sets', 'family', row.family)).filter(({ state }) => state === 'used')
    for (const one of used) await tx.put('indicator_sets', { ...one, state: 'ended' })
    await tx.put('indicator_sets', { ...row, state: 'used', publishedAt: now })
    return ok({ outcome: 'applied' })
  },
}

/** Out of use, draft or not; benchmarks that name it go on reading it. */
export const endSet: SetCommand<z.output<typeof stepArgs>> = {
  args: stepArgs,
  who,
  locks: lockSet,
  run: async (tx, { id }) => {
    const row: IndicatorSet | undefined = await tx.get('indicator_sets', id)
    if (!row) return fail({ code: 'not-found' })
    if (row.state !== 'ended') await tx.put('indicator_sets', { ...row, state: 'ended' })
    return ok({ outcome: 'applied' })
  },
}
