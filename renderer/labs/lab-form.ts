import type { Lab, LabSite } from '#shared/labs/lab.ts'
import type { Wanted } from '../db/run.ts'

/** As typed; `sites` names them, divided by 、 or commas. */
export type LabForm = { name: string; address: string; opening: string; contact: string; sites: string }
export const LAB_TEXTS = ['name', 'sites', 'address', 'opening', 'contact'] as const satisfies readonly (keyof LabForm)[]

export const labForm = (lab: Lab | null, sites: readonly LabSite[]): LabForm =>
  ({ name: lab?.name ?? '', address: lab?.address ?? '', opening: lab?.opening ?? '', contact: lab?.contact ?? '', sites: sites.map(({ name }) => name).join('、') })

/** The commands that make it so; a site that is named no more goes out of use. null = it has no name. */
export const labCommands = (form: LabForm, lab: Lab | null, sites: readonly LabSite[], newId: () => string): { id: string; wanted: Wanted[] } | null => {
  const name = form.name.trim()
  if (name === '') return null
  const fields = { name, address: form.address.trim() || null, opening: form.opening.trim() || null, contact: form.contact.trim() || null }
  const id = lab?.id ?? newId()
  const changed = lab === null ? [] : (Object.keys(fields) as (keyof typeof fields)[]).filter(field => fields[field] !== lab[field])
  const names = [...new Set(form.sites.split(/[、,，;；\n]/).map(one => one.trim()).filter(one => one !== ''))]
  const wanted: Wanted[] = lab === null ? [{ name: 'labs.add', args: { id, ...fields, example: false } }] : []
  if (lab && changed.length > 0) wanted.push({ name: 'labs.patch', args: { id, fields: Object.fromEntries(changed.map(field => [field, { old: lab[field], new: fields[field], conflict: newId() }])) } })
  for (const one of names) if (!sites.some(site => site.name === one)) wanted.push({ name: 'labs.addSite', args: { id: newId(), lab: id, name: one, address: null } })
  for (const site of sites) if (!names.includes(site.name)) wanted.push({ name: 'labs.patchSite', args: { id: site.id, fields: { retired: { old: false, new: true, conflict: newId() } } } })
  return { id, wanted }
}
