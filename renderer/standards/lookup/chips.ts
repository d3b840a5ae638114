import type { Filters } from '#shared/standards/query.ts'
import { GROUPS, type GroupId } from './facet-groups.ts'

/** The choices of one group as one chip beside the total. */
export type Chip = { id: GroupId; values: string[] }

export const chips = (filters: Filters): Chip[] => GROUPS.flatMap(id => (filters[id]?.length ? [{ id, values: [...filters[id]] }] : []))

/** How many choices are in force. */
export const chosen = (filters: Filters): number => chips(filters).reduce((sum, { values }) => sum + values.length, 0)
