import { resolve } from 'node:path'
import { verifyBackup } from '../../db/backup.ts'
import type { Command } from '../command.ts'
import { wrongUse } from '../words.ts'
import { factsOf } from './backup.ts'
import { namedDatabase, onEmptyDatabase, valueOf } from './database.ts'
import { withFolder } from './with-hub.ts'

/** Loads the file into a database made for that and compares; the hub's own isn't touched. */
export const verifyCommand: Command = {
  usage: 'verify FILE',
  run: args =>
    withFolder(verifyCommand.usage, args, {}, async ({ positionals: [file] }) => {
      if (file === undefined) return wrongUse('no file given')
      const path = resolve(file)
      const verify = (url: string) => verifyBackup(url, path)
      const named = namedDatabase()
      return { ...factsOf(path, valueOf(await (named === null ? onEmptyDatabase(verify) : verify(named)))), verified: true }
    }),
}
