import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Backup, loadBackup, readBackup } from '../../db/backup.ts'
import { replaceDatabase, startEngine } from '../../db/engine.ts'
import { lockFolder } from '../../db/folder-lock.ts'
import type { Command } from '../command.ts'
import { refuse, wrongUse } from '../words.ts'
import { factsOf } from './backup.ts'
import { namedDatabase, valueOf, withEngine } from './database.ts'
import { withFolder } from './with-hub.ts'

/** Says what it will do; does it with `--yes`. */
export const restoreCommand: Command = {
  usage: 'restore FILE [--yes] [--data DIR]',
  run: args =>
    withFolder(restoreCommand.usage, args, { yes: { type: 'boolean' } }, async ({ values, positionals: [file], folder }) => {
      if (file === undefined) return wrongUse('no file given')
      const path = resolve(file)
      const backup = valueOf(await readBackup(path))
      const named = namedDatabase()
      if (named === null) refuseRunning(folder)
      const setAside = named === null && existsSync(join(folder, 'postgres')) ? join(folder, `before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`) : null
      process.stderr.write(planOf(path, backup, named === null ? folder : null, setAside))
      if (!values['yes']) return refuse('nothing has been done; say --yes to do it')
      if (named === null) await restoreInto(folder, path, setAside)
      else valueOf(await loadBackup(named, path))
      return { restored: factsOf(path, backup), setAside }
    }),
}

const refuseRunning = (folder: string): void => {
  if (existsSync(folder)) valueOf(lockFolder(folder))()
}

/** The backup is loaded whole beside the hub's database before that is touched. */
const restoreInto = async (folder: string, path: string, setAside: string | null): Promise<void> => {
  const fresh = join(folder, 'restoring')
  rmSync(fresh, { recursive: true, force: true })
  try {
    valueOf(await withEngine(valueOf(await startEngine(fresh)), url => loadBackup(url, path)))
    valueOf(await replaceDatabase(folder, fresh, setAside ?? join(folder, 'before')))
  } finally {
    rmSync(fresh, { recursive: true, force: true, maxRetries: 5 })
  }
}

const planOf = (path: string, { madeAt, counts }: Backup, folder: string | null, setAside: string | null): string =>
  [
    `Restoring ${path}`,
    `  of ${madeAt}: ${counts['users'] ?? 0} users, ${counts['devices'] ?? 0} devices, ${counts['bookings'] ?? 0} bookings, ${counts['commands'] ?? 0} commands`,
    folder === null ? '  into the empty database that DATABASE_URL names.' : `  into ${folder}; the hub there has to be stopped.`,
    ...(setAside === null ? [] : [`  What is there now is kept in ${setAside}.`]),
    '  The hub gets a new epoch: every desk keeps what waits, reads everything anew and sends again what the backup lacks.',
    '  What was done after the backup and is held by no desk is gone. People who were added since have to be added again.',
    '',
  ].join('\n')
