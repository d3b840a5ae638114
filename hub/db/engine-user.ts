// PostgreSQL refuses to run as root: it then runs as a user without rights.
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type EngineUser = { uid: number; gid: number }

/** nobody, nogroup. null = the hub's own user is good enough. */
export const engineUser = (): EngineUser | null => (process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null)

/** The first folder on the way to `path`, itself included, that the user may not enter; null = it may enter all. */
export const closedTo = ({ uid, gid }: EngineUser, path: string): string | null => {
  const parents: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    parents.unshift(at)
    if (at === dirname(at)) break
  }
  const closed = ({ mode, ...owner }: { mode: number; uid: number; gid: number }): boolean => (mode & (owner.uid === uid ? 0o100 : owner.gid === gid ? 0o010 : 0o001)) === 0
  return parents.find(at => existsSync(at) && closed(statSync(at))) ?? null
}

export const giveTo = (user: EngineUser | null, path: string): void => {
  if (user) chownSync(path, user.uid, user.gid)
}
