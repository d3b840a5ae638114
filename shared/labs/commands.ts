// Labs, their sites and their tests: added, changed field by field, taken out of use.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import { labFields, siteFields, testFields } from './fields.ts'
import type { LabTables } from './lab.ts'
import { manages } from './rights.ts'

type LabCommand<Args extends { complex: string }> = Command<LabTables, Args>
const ids = { complex: z.uuid(), id: z.uuid() }
const who: LabCommand<{ complex: string }>['who'] = (_, args, access) => Promise.resolve(manages(args, access))

const { name, address, opening, contact } = labFields
const addArgs = z.object({ ...ids, name, address, opening, contact, example: z.boolean() })
export const addLab: LabCommand<z.output<typeof addArgs>> = {
  args: addArgs,
  who,
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (!(await tx.get('labs', args.id))) await tx.put('labs', { ...args, retired: false, imported: null })
    return ok({ outcome: 'applied' })
  },
}

/** One that is retired takes nothing with it: its resources and bookings stand until somebody sees to them. */
const patchArgs = z.object({ ...ids, fields: z.object({ name: fieldChange(name), address: fieldChange(address), opening: fieldChange(opening), contact: fieldChange(contact), retired: fieldChange(labFields.retired) }) })
export const patchLab: LabCommand<z.output<typeof patchArgs>> = {
  args: patchArgs,
  who,
  locks: (_, { id }) => Promise.resolve([{ table: 'labs', id }]),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('labs', id)
    return row ? ok(await patchRow(tx, { table: 'labs', row, company: null, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}

const siteArgs = z.object({ ...ids, lab: z.uuid(), name: siteFields.name, address: siteFields.address })
export const addSite: LabCommand<z.output<typeof siteArgs>> = {
  args: siteArgs,
  who,
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (!(await tx.get('labs', args.lab))) return fail({ code: 'not-found' })
    if (!(await tx.get('lab_sites', args.id))) await tx.put('lab_sites', { ...args, retired: false })
    return ok({ outcome: 'applied' })
  },
}

const patchSiteArgs = z.object({ ...ids, fields: z.object({ name: fieldChange(siteFields.name), address: fieldChange(siteFields.address), retired: fieldChange(siteFields.retired) }) })
export const patchSite: LabCommand<z.output<typeof patchSiteArgs>> = {
  args: patchSiteArgs,
  who,
  locks: (_, { id }) => Promise.resolve([{ table: 'lab_sites', id }]),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('lab_sites', id)
    return row ? ok(await patchRow(tx, { table: 'lab_sites', row, company: null, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}

const { object, parameter, number, range, parts, sample, prices, overtime, retired } = testFields
const testArgs = z.object({ ...ids, lab: z.uuid(), object, parameter, number, range, parts, sample, prices, overtime: overtime.exactOptional() })
export const addTest: LabCommand<z.output<typeof testArgs>> = {
  args: testArgs,
  who,
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (!(await tx.get('labs', args.lab))) return fail({ code: 'not-found' })
    if (!(await tx.get('tests', args.id))) await tx.put('tests', { ...args, retired: false })
    return ok({ outcome: 'applied' })
  },
}

/** Counts for what is asked from now on: bookings that stand keep their parts and their price. */
const patchTestArgs = z.object({
  ...ids,
  fields: z.object({
    object: fieldChange(object), parameter: fieldChange(parameter), number: fieldChange(number), range: fieldChange(range), parts: fieldChange(parts), sample: fieldChange(sample), prices: fieldChange(prices), overtime: fieldChange(overtime), retired: fieldChange(retired),
  }),
})
export const patchTest: LabCommand<z.output<typeof patchTestArgs>> = {
  args: patchTestArgs,
  who,
  locks: (_, { id }) => Promise.resolve([{ table: 'tests', id }]),
  run: async (tx, { id, fields: changes }, { user, client, mid }) => {
    const row = await tx.get('tests', id)
    return row ? ok(await patchRow(tx, { table: 'tests', row, company: null, changes, by: { user, client, mid } })) : fail({ code: 'not-found' })
  },
}
