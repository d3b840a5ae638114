import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command, Refusal } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { staffOnly } from '#shared/sync/rights.ts'
import { type Access, within } from '#shared/sync/scopes.ts'
import type { OwnTables } from './own.ts'

type OwnCommand<Args extends { complex: string }> = Command<OwnTables, Args>

const number = z.string().trim().min(1).max(120)
const ids = { complex: z.uuid(), id: z.uuid() }
const nothing = (): Promise<[]> => Promise.resolve([])

/** Whoever belongs to the complex keeps follows and notes; another's row is not found. */
const anyone = ({ complex }: { complex: string }, access: Access): Refusal | null => (within(access, complex).length > 0 ? null : { code: 'forbidden' })
const owner = (row: { user: string } | undefined, args: { complex: string }, access: Access): Refusal | null =>
  anyone(args, access) ?? (row && row.user !== access.user ? { code: 'not-found' } : null)

const followArgs = z.object({ ...ids, key: number })
export const follow: OwnCommand<z.output<typeof followArgs>> = {
  args: followArgs,
  who: async (reads, args, access) => owner(await reads.get('follows', args.id), args, access),
  locks: nothing,
  run: async (tx, { complex, id, key }, { user, now }) => {
    if (!(await tx.get('follows', id))) await tx.put('follows', { id, complex, user, key, since: now, ended: false })
    return ok({ outcome: 'applied' })
  },
}

const rowArgs = z.object(ids)
export const unfollow: OwnCommand<z.output<typeof rowArgs>> = {
  args: rowArgs,
  who: async (reads, args, access) => owner(await reads.get('follows', args.id), args, access),
  locks: (_, { id }) => Promise.resolve([{ table: 'follows', id }]),
  run: async (tx, { id }) => {
    const row = await tx.get('follows', id)
    if (!row) return fail({ code: 'not-found' })
    if (!row.ended) await tx.put('follows', { ...row, ended: true })
    return ok({ outcome: 'applied' })
  },
}

const noteArgs = z.object({ ...ids, number, text: z.string().trim().min(1).max(4000) })
export const addNote: OwnCommand<z.output<typeof noteArgs>> = {
  args: noteArgs,
  who: async (reads, args, access) => owner(await reads.get('standard_notes', args.id), args, access),
  locks: nothing,
  run: async (tx, args, { user, now }) => {
    if (!(await tx.get('standard_notes', args.id))) await tx.put('standard_notes', { ...args, user, at: now, withdrawn: false })
    return ok({ outcome: 'applied' })
  },
}

export const withdrawNote: OwnCommand<z.output<typeof rowArgs>> = {
  args: rowArgs,
  who: async (reads, args, access) => owner(await reads.get('standard_notes', args.id), args, access),
  locks: (_, { id }) => Promise.resolve([{ table: 'standard_notes', id }]),
  run: async (tx, { id }) => {
    const row = await tx.get('standard_notes', id)
    if (!row) return fail({ code: 'not-found' })
    if (!row.withdrawn) await tx.put('standard_notes', { ...row, withdrawn: true })
    return ok({ outcome: 'applied' })
  },
}

const title = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(1000).nullable()
const day = z.string().refine(isLooseDate).nullable()
const ownFields = { title, owner: text, published: day, effective: day, withdrawn: day, replaces: number.nullable(), remark: text }

const addOwnArgs = z.object({ ...ids, number: number.refine(value => value.startsWith('Q/')), ...ownFields })
export const addOwn: OwnCommand<z.output<typeof addOwnArgs>> = {
  args: addOwnArgs,
  who: (_, args, access) => Promise.resolve(staffOnly(args, access)),
  locks: nothing,
  run: async (tx, args, { user, now }) => {
    if (!(await tx.get('own_standards', args.id))) await tx.put('own_standards', { ...args, addedBy: user, addedAt: now })
    return ok({ outcome: 'applied' })
  },
}

const patchOwnArgs = z.object({
  ...ids,
  fields: z.object({
    title: fieldChange(title),
    owner: fieldChange(text),
    published: fieldChange(day),
    effective: fieldChange(day),
    withdrawn: fieldChange(day),
    replaces: fieldChange(number.nullable()),
    remark: fieldChange(text),
  }),
})
/** Its end is a field as well: 废止 sets `withdrawn`. */
export const patchOwn: OwnCommand<z.output<typeof patchOwnArgs>> = {
  args: patchOwnArgs,
  who: (_, args, access) => Promise.resolve(staffOnly(args, access)),
  locks: (_, { id }) => Promise.resolve([{ table: 'own_standards', id }]),
  run: async (tx, { id, fields }, { user, client, mid }) => {
    const row = await tx.get('own_standards', id)
    if (!row) return fail({ code: 'not-found' })
    return ok(await patchRow(tx, { table: 'own_standards', row, company: null, changes: fields, by: { user, client, mid } }))
  },
}
