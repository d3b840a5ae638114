// People, places and products of a company, each a row of its own: added, changed, and ended, which is no deleting.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import type { CompanyTables, PartTable } from './company.ts'
import { mayTouch } from './rights.ts'

const text = z.string().trim().min(1).max(200)
const FIELDS = {
  company_contacts: { name: text, role: text.nullable(), phone: text.nullable() },
  company_sites: { name: text, address: text.nullable() },
  company_products: { name: text },
}

type Named = { complex: string; id: string }

const adding = <N extends PartTable, A extends Named & { company: string }>(table: N, args: z.ZodType<A>): Command<CompanyTables, A> => ({
  args,
  who: async (reads, { complex, id, company }, access) => mayTouch({ complex, company }, access) ?? mayTouch({ complex, company: (await reads.get(table, id))?.company ?? company }, access),
  locks: (_, { id }) => Promise.resolve([{ table, id }]),
  run: async (tx, given, { now }) => {
    if (!(await tx.get('companies', given.company))) return fail({ code: 'not-found' })
    if (!(await tx.get(table, given.id))) await tx.put(table, { ...given, ended: false, at: now } as unknown as CompanyTables[N])
    return ok({ outcome: 'applied' })
  },
})

const changing = <N extends PartTable, A extends Named & { fields: Parameters<typeof patchRow>[1]['changes'] }>(table: N, args: z.ZodType<A>): Command<CompanyTables, A> => ({
  args,
  who: async (reads, { complex, id }, access) => mayTouch({ complex, company: (await reads.get(table, id))?.company }, access),
  locks: (_, { id }) => Promise.resolve([{ table, id }]),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get(table, id)
    return row ? ok(await patchRow(tx, { table, row, company: row.company, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
})

const endArgs = z.object({ complex: z.uuid(), id: z.uuid(), ended: z.boolean() })

/** `ended` false takes it back. */
const ending = (table: PartTable): Command<CompanyTables, z.output<typeof endArgs>> => ({
  args: endArgs,
  who: async (reads, { complex, id }, access) => mayTouch({ complex, company: (await reads.get(table, id))?.company }, access),
  locks: (_, { id }) => Promise.resolve([{ table, id }]),
  run: async (tx, { id, ended }) => {
    const row = await tx.get(table, id)
    if (!row) return fail({ code: 'not-found' })
    if (row.ended !== ended) await tx.put(table, { ...row, ended })
    return ok({ outcome: 'applied' })
  },
})

const { company_contacts: contact, company_sites: site, company_products: product } = FIELDS
const added = { complex: z.uuid(), id: z.uuid(), company: z.uuid() }
const changed = { complex: z.uuid(), id: z.uuid() }

export const addContact = adding('company_contacts', z.object({ ...added, ...contact }))
export const patchContact = changing('company_contacts', z.object({ ...changed, fields: z.object({ name: fieldChange(contact.name), role: fieldChange(contact.role), phone: fieldChange(contact.phone) }) }))
export const endContact = ending('company_contacts')
export const addSite = adding('company_sites', z.object({ ...added, ...site }))
export const patchSite = changing('company_sites', z.object({ ...changed, fields: z.object({ name: fieldChange(site.name), address: fieldChange(site.address) }) }))
export const endSite = ending('company_sites')
export const addProduct = adding('company_products', z.object({ ...added, ...product }))
export const patchProduct = changing('company_products', z.object({ ...changed, fields: z.object({ name: fieldChange(product.name) }) }))
export const endProduct = ending('company_products')
