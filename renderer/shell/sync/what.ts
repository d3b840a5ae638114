import type { CommandName } from '#shared/commands.ts'
import { commands } from '#shared/commands.ts'
import type { Image } from '#shared/sync/store.ts'

/** Message key of what a command does. */
export const didKey = (name: string): string => (name in commands ? `sync.did.${name satisfies string as CommandName}` : 'sync.unknown')

/** Fields by which a person knows what it was about, the most telling first; ids say nothing. */
const TELLING = ['number', 'key', 'name', 'title', 'parameter', 'purpose', 'text', 'reason', 'year', 'source'] as const

/** What a command was about: by its own arguments, else by the rows that it changed. '' = nothing tells. */
export const aboutOf = (args: unknown, before: readonly Image[] = []): string => {
  for (const found of [args, ...before.map(({ was }) => was?.row)]) {
    const told = TELLING.map(field => (found as Record<string, unknown> | undefined)?.[field]).find((value): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number')
    if (told !== undefined) return String(told)
  }
  return ''
}
