import type { Poke } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { Login } from '#shared/sync/store.ts'

/** Who is told when a scope has moved. Hints only, so a lost one is harmless; nothing here has to outlive the process. */
export type Pokes = {
  /** null = as many listen as may: nobody is put out for a newcomer. `who` is for `drop` and `hears`. */
  listen(who: Login, scopes: readonly Scope[], listener: Listener): (() => void) | null
  tell(moved: readonly Poke[]): void
  /** Ends the listening of a user whose access has changed: whoever still may comes back with the scopes of then. */
  drop(users: ReadonlySet<string>): void
  /** Whether the device has a line open now. */
  hears(device: string): boolean
  readonly count: number
}

export type Listener = { poke(poke: Poke): void; end(): void }

export const makePokes = (cap: number): Pokes => {
  const byScope = new Map<Scope, Set<Listener>>()
  const listening = new Map<Listener, Login>()
  return {
    listen: (who, scopes, listener) => {
      if (listening.size >= cap) return null
      listening.set(listener, who)
      for (const scope of scopes) byScope.set(scope, (byScope.get(scope) ?? new Set()).add(listener))
      return () => {
        listening.delete(listener)
        for (const scope of scopes) {
          const listeners = byScope.get(scope)
          listeners?.delete(listener)
          if (listeners?.size === 0) byScope.delete(scope)
        }
      }
    },
    tell: moved => {
      for (const poke of moved) for (const listener of byScope.get(poke.scope) ?? []) listener.poke(poke)
    },
    drop: gone => {
      for (const [listener, { user }] of [...listening]) if (gone.has(user)) listener.end()
    },
    hears: device => [...listening.values()].some(who => who.device === device),
    get count() {
      return listening.size
    },
  }
}
