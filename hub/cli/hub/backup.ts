import { resolve } from 'node:path'
import { type Backup, writeBackup } from '../../db/backup.ts'
import type { Command } from '../command.ts'
import { wrongUse } from '../words.ts'
import { onDatabase, valueOf } from './database.ts'
import { withFolder } from './with-hub.ts'

export const backupCommand: Command = {
  usage: 'backup --out FILE [--data DIR]',
  run: args =>
    withFolder(backupCommand.usage, args, { out: { type: 'string' } }, async ({ values: { out }, folder }) => {
      if (out === undefined) return wrongUse('--out is missing')
      const path = resolve(out)
      return factsOf(path, valueOf(await onDatabase(folder, url => writeBackup(url, path))))
    }),
}

export const factsOf = (file: string, { madeAt, schema, epoch, counts, sha256 }: Backup): object => ({ file, madeAt, schema, epoch, rows: Object.values(counts).reduce((sum, count) => sum + count, 0), sha256 })
