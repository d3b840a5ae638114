// What a person wants done, as a command with its arguments; null = there is nothing of the kind to do.
import type { CommandName } from '#shared/commands.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import type { SimDesk } from './sim.ts'
import { COMPLEX } from './world.ts'

export type Given = { name: CommandName; args: { complex: string; [arg: string]: unknown }; made: SimDesk['queued'][number]['made'] }

export type Desire = (desk: SimDesk, random: Random, id: () => string) => Given | null

export const given = (name: CommandName, args: { [arg: string]: unknown }, made: keyof AppTables | null = null): Given => ({ name, args: { complex: COMPLEX, ...args }, made: made && { table: made, id: args.id as string } })

export const rowsOf = <N extends keyof AppTables>({ desk }: SimDesk, table: N): AppTables[N][] => [...desk.store.rows.get(table)!.values()].map(({ row }) => row as unknown as AppTables[N])
