// The scope of a lab: taken from a file in batches, corrected line by line.
import { z } from 'zod'
import { dayNumber, localDay } from '#shared/lib/dates.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { extensionField, scopeFields, scopeLine } from './fields.ts'
import type { LabTables, ScopeRow } from './lab.ts'
import { methodOf } from './method.ts'
import { manages } from './rights.ts'

/** So many lines are taken, and so many ended, by one command. */
export const BATCH = 100

const count = z.int().min(0).max(1e7)
const account = z
  .object({ id: z.uuid(), read: count, kept: count, merged: count, refused: count, added: count, changed: count, same: count, gone: count })
  .refine(({ read, kept, merged, refused, added, changed, same }) => read === kept + merged + refused && kept === added + changed + same)

const takeArgs = z.object({ complex: z.uuid(), id: z.uuid(), rows: z.array(scopeLine).max(BATCH), ended: z.array(z.uuid()).max(BATCH), account: account.nullable() })

/** `id` is the lab. New lines come, others end; the last batch brings the account of the whole import. A line of another lab is not found. */
export const takeScope: Command<LabTables, z.output<typeof takeArgs>> = {
  args: takeArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'labs', id }]),
  run: async (tx, { complex, id, rows, ended, account }, { now }) => {
    const lab = await tx.get('labs', id)
    if (!lab) return fail({ code: 'not-found' })
    const ends: ScopeRow[] = []
    for (const one of ended) {
      const held = await tx.get('scope_rows', one)
      if (held?.lab !== id) return fail({ code: 'not-found' })
      if (!held.retired) ends.push({ ...held, retired: true })
    }
    const news: ScopeRow[] = []
    for (const row of rows) {
      const held = await tx.get('scope_rows', row.id)
      if (held && held.lab !== id) return fail({ code: 'not-found' })
      if (!held) news.push({ ...row, ...stillAsked(row, ends), complex, lab: id, method: methodOf(row.number)!.method, retired: false })
    }
    for (const row of [...news, ...ends]) await tx.put('scope_rows', row)
    if (account && lab.imported?.id !== account.id) await tx.put('labs', { ...lab, imported: { ...account, at: now } })
    return ok({ outcome: 'applied' })
  },
}

type Line = Pick<ScopeRow, 'scheme' | 'object' | 'parameter' | 'number'>
/** What was asked for goes on with the line of the same edition in its place; another edition is what was granted. */
const stillAsked = (line: Line, ended: readonly ScopeRow[]): Pick<ScopeRow, 'extension'> => {
  const extension = ended.find(one => one.extension && (['scheme', 'object', 'parameter', 'number'] as const).every(fact => one[fact] === line[fact]))?.extension
  return extension ? { extension } : {}
}

const correctArgs = z.object({ complex: z.uuid(), id: z.uuid(), row: scopeLine })

/** The line ends and another takes its place; one that has ended meanwhile is not corrected twice. */
export const correctScope: Command<LabTables, z.output<typeof correctArgs>> = {
  args: correctArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'scope_rows', id }]),
  run: async (tx, { id, row }) => {
    const old = await tx.get('scope_rows', id)
    const held = await tx.get('scope_rows', row.id)
    if (!old || (held && held.lab !== old.lab)) return fail({ code: 'not-found' })
    if (held) return ok({ outcome: 'applied' })
    if (old.retired) return fail({ code: 'bad-state' })
    await tx.put('scope_rows', { ...row, ...stillAsked(row, [old]), complex: old.complex, lab: old.lab, method: methodOf(row.number)!.method, retired: false })
    await tx.put('scope_rows', { ...old, retired: true })
    return ok({ outcome: 'applied' })
  },
}

const { scheme, certificate, object, parameter, clause, range, cmc, site, from, until } = scopeFields
/** Another method or edition is another line. */
const patchArgs = z.object({
  complex: z.uuid(),
  id: z.uuid(),
  fields: z.object({
    scheme: fieldChange(scheme), certificate: fieldChange(certificate), object: fieldChange(object), parameter: fieldChange(parameter), clause: fieldChange(clause), range: fieldChange(range),
    cmc: fieldChange(cmc), site: fieldChange(site), from: fieldChange(from), until: fieldChange(until), retired: fieldChange(z.boolean()), extension: fieldChange(extensionField),
  }),
})
export const patchScope: Command<LabTables, z.output<typeof patchArgs>> = {
  args: patchArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'scope_rows', id }]),
  run: async (tx, { id, fields: changes }, { now, user, client, mid }) => {
    const row = await tx.get('scope_rows', id)
    // A day of grace: the desk's clock and the hub's need not agree.
    if (changes.extension?.new && dayNumber(changes.extension.new.day) > dayNumber(localDay(now)) + 1) return fail({ code: 'validation' })
    return row ? ok(await patchRow(tx, { table: 'scope_rows', row, company: null, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}
