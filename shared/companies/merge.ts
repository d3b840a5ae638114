// Two companies that are one, or that only look like it: said by the staff, and taken back. The row of an alias stays as it was.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command, Lock } from '#shared/sync/command.ts'
import { byStaff } from './commands.ts'
import { type CompanyTables, companyOf } from './company.ts'

/** One at a time: what an alias means is followed over any number of rows. */
const wholeComplex = (_: unknown, { complex }: { complex: string }): Promise<Lock[]> => Promise.resolve([{ table: 'complexes', id: complex }])

const mergeArgs = z.object({ complex: z.uuid(), id: z.uuid(), into: z.uuid() })

/**
 * What `id` means becomes an alias of what `into` means. They may be one already, also the other way round by another desk: then nothing
 * changes, so that aliases never lead in a ring.
 */
export const merge: Command<CompanyTables, z.output<typeof mergeArgs>> = {
  args: mergeArgs,
  who: byStaff,
  locks: wholeComplex,
  run: async (tx, { id, into }) => {
    const [alias, meant] = [await companyOf(tx, id), await companyOf(tx, into)]
    if (!alias || !meant) return fail({ code: 'not-found' })
    if (alias.id !== meant.id) await tx.put('companies', { ...alias, mergedInto: meant.id })
    return ok({ outcome: 'applied' })
  },
}

/** Parts the two again, whichever is the other's alias; `bad-state` where a third one holds them together. */
export const unmerge: Command<CompanyTables, z.output<typeof mergeArgs>> = {
  args: mergeArgs,
  who: byStaff,
  locks: wholeComplex,
  run: async (tx, { id, into }) => {
    const [one, other] = [await tx.get('companies', id), await tx.get('companies', into)]
    if (!one || !other) return fail({ code: 'not-found' })
    const alias = one.mergedInto === other.id ? one : other.mergedInto === one.id ? other : null
    if (!alias && (await companyOf(tx, id))?.id === (await companyOf(tx, into))?.id) return fail({ code: 'bad-state' })
    if (alias) await tx.put('companies', { ...alias, mergedInto: null })
    return ok({ outcome: 'applied' })
  },
}

const pairArgs = z.object({ complex: z.uuid(), id: z.uuid(), one: z.uuid(), other: z.uuid(), apart: z.boolean() })

/** 不是同一家: the two are not proposed any more, on no desk of the complex; `apart` false under the same id takes it back. */
export const setApart: Command<CompanyTables, z.output<typeof pairArgs>> = {
  args: pairArgs,
  who: byStaff,
  locks: (_, { id }) => Promise.resolve([{ table: 'company_pairs', id }]),
  run: async (tx, { complex, id, one, other, apart }, { now }) => {
    if (!(await tx.get('companies', one)) || !(await tx.get('companies', other))) return fail({ code: 'not-found' })
    const held = await tx.get('company_pairs', id)
    if (held && (held.one !== one || held.other !== other)) return fail({ code: 'validation' })
    if (held?.apart !== apart) await tx.put('company_pairs', { id, complex, one, other, apart, at: held?.at ?? now })
    return ok({ outcome: 'applied' })
  },
}
