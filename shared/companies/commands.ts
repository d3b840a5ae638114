import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { staffOnly } from '#shared/sync/rights.ts'
import type { Tx } from '#shared/sync/tx.ts'
import { type CompanyTables, companyOf } from './company.ts'
import { mayTouch } from './rights.ts'
import { isUscc } from './uscc.ts'

const line = z.string().trim().min(1).max(200)
/** As it was told: one that is not right yet is kept too (未核验) and makes nothing an alias. */
const code = z.string().trim().min(1).max(40)
const verified = (uscc: string | null): uscc is string => uscc !== null && isUscc(uscc)

const registered = { id: z.uuid(), name: line, uscc: code.nullable(), address: line.nullable(), contact: line.nullable(), phone: line.nullable() }
const registerArgs = z.object({ complex: z.uuid(), ...registered })
export const byStaff: Command<CompanyTables, { complex: string }>['who'] = (_, args, access) => Promise.resolve(staffOnly(args, access))

/** A code that is known already makes the new row an alias: `applied` with `sameAs`, so that nothing said of either is lost. */
export const register: Command<CompanyTables, z.output<typeof registerArgs>> = {
  args: registerArgs,
  who: byStaff,
  locks: (_, { complex, uscc }) => Promise.resolve(verified(uscc) ? [{ table: 'complexes', id: complex }] : []),
  run: async (tx, args, { now }) => {
    const sameAs = await add(tx, args, now)
    return ok({ outcome: 'applied', ...(sameAs !== null && { facts: { sameAs } }) })
  },
}

const MOST = 100
const registerManyArgs = z.object({ complex: z.uuid(), id: z.uuid(), source: line, rows: z.array(z.object(registered)).min(1).max(MOST) })

/** A part of a list, `source` the file's name: each row as `register` does it, an alias where its code is known already; `aliases` counts those. */
export const registerMany: Command<CompanyTables, z.output<typeof registerManyArgs>> = {
  args: registerManyArgs,
  who: byStaff,
  locks: (_, { complex, rows }) => Promise.resolve(rows.some(({ uscc }) => verified(uscc)) ? [{ table: 'complexes', id: complex }] : []),
  run: async (tx, { complex, rows }, { now }) => {
    let aliases = 0
    for (const row of rows) if ((await add(tx, { complex, ...row }, now)) !== null) aliases++
    return ok({ outcome: 'applied', ...(aliases > 0 && { facts: { aliases } }) })
  },
}

/** The company of which the new row is an alias; null = it stands for itself. */
const add = async (tx: Tx<CompanyTables>, args: z.output<typeof registerArgs>, now: number): Promise<string | null> => {
  const held = await tx.get('companies', args.id)
  if (held) return held.mergedInto
  const known = verified(args.uscc) ? await tx.listBy('companies', 'uscc', args.uscc) : []
  const same = known[0] && (await companyOf(tx, known[0].id))
  await tx.put('companies', { ...args, mergedInto: same?.id ?? null, registeredAt: now })
  return same?.id ?? null
}

const patchArgs = z.object({
  complex: z.uuid(),
  id: z.uuid(),
  fields: z.object({ name: fieldChange(line), uscc: fieldChange(code.nullable()), address: fieldChange(line.nullable()), contact: fieldChange(line.nullable()), phone: fieldChange(line.nullable()) }),
})

/** A code that another company has too is set all the same: which of them is meant a person says. Only the staff sets one, since later registrations go by it. */
export const patch: Command<CompanyTables, z.output<typeof patchArgs>> = {
  args: patchArgs,
  who: async (reads, { complex, id, fields }, access) => {
    const refusal = mayTouch({ complex, company: (await companyOf(reads, id))?.id }, access)
    return refusal ?? (fields.uscc ? staffOnly({ complex }, access) : null)
  },
  locks: async (reads, { id }) => [{ table: 'companies', id: (await companyOf(reads, id))?.id ?? id }],
  run: async (tx, { id, fields }, { user, client, mid }) => {
    const row = await companyOf(tx, id)
    if (!row) return fail({ code: 'not-found' })
    return ok(await patchRow(tx, { table: 'companies', row, company: row.id, changes: fields, by: { user, client, mid } }))
  },
}
