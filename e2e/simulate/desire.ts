// What a person at a desk may come to want: a command for what the desk sees.
import type { CommandName } from '#shared/commands.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import type { SimDesk } from './sim.ts'
import { COMPANIES, COMPLEX, HOUR, START } from './world.ts'

export type Given = { name: CommandName; args: { complex: string; [arg: string]: unknown }; made: SimDesk['queued'][number]['made'] }

export type Desire = (desk: SimDesk, random: Random, id: () => string) => Given | null

export const given = (name: CommandName, args: { [arg: string]: unknown }, made: keyof AppTables | null = null): Given => ({ name, args: { complex: COMPLEX, ...args }, made: made && { table: made, id: args.id as string } })

export const rowsOf = <N extends keyof AppTables>({ desk }: SimDesk, table: N): AppTables[N][] => [...desk.store.rows.get(table)!.values()].map(({ row }) => row as unknown as AppTables[N])

export const timeOf = (random: Random): { start: number; end: number } => {
  const start = START + (5 + random.below(4)) * HOUR + (random.chance(0.2) ? 24 * HOUR : 0)
  return { start, end: start + (1 + random.below(2)) * HOUR }
}

export const companyFor = (desk: SimDesk, random: Random): string => desk.person.membership.company ?? random.pick([...COMPANIES, ...rowsOf(desk, 'companies').map(company => company.id)])
