import { resolve } from 'node:path'
import { type Broken, type Head, followChain, sealedRows, unsealedRows } from '../../auth/audit-chain.ts'
import type { Sql } from '../../auth/database.ts'
import { connectOwner } from '../../db/database.ts'
import { querying } from '../../db/query.ts'
import { writePrivate } from '../../private-file.ts'
import type { Command } from '../command.ts'
import { checkWritable } from '../file-fault.ts'
import { refuse, wrongUse } from '../words.ts'
import { onDatabase, valueOf } from './database.ts'
import { withFolder } from './with-hub.ts'

/**
 * `verify` recomputes the chain; `export` writes every row as a line of JSON, the unsealed ones last, and verifies what it writes. A hash
 * that an earlier run has told as its head can be given: a chain whose end was cut off doesn't hold it any more.
 */
export const auditCommand: Command = {
  usage: 'audit verify | export --out FILE [--head HASH] [--data DIR]',
  run: args => {
    const text = { type: 'string' } as const
    return withFolder(auditCommand.usage, args, { out: text, head: text }, async ({ values: { out, head }, positionals: [what], folder }) => {
      if (what !== 'verify' && what !== 'export') return wrongUse(what === undefined ? 'what about the audit?' : `no action ${what}`)
      if ((what === 'export') !== (out !== undefined)) return wrongUse(what === 'export' ? '--out is missing' : '--out belongs to export')
      const file = out === undefined ? null : resolve(out)
      if (file !== null) await checkWritable(file)
      const read = await onDatabase(folder, url => readAudit(url, head?.toLowerCase(), file))
      const where = file === null ? '' : `; ${file} holds all rows as they are`
      if (read.broken) return refuse(brokenText(read.broken) + where)
      if (!read.known) return refuse(`no row has the hash ${head}: rows were taken off the end, or a backup older than it was restored${where}`)
      return { ...(file !== null && { file }), sealed: read.head.seq, head: read.head.hash, unsealed: read.unsealed }
    })
  },
}

type Read = { head: Head; broken: Broken | null; known: boolean; unsealed: { rows: number; since: string | null } }

/** As one moment had it. `known`: the hash `earlier` is one of the chain's, or none was given. */
const readAudit = async (url: string, earlier: string | undefined, file: string | null): Promise<Read> => {
  const owner = valueOf(await connectOwner(url))
  try {
    await owner.query('begin isolation level repeatable read read only')
    const sql: Sql = querying(owner)
    const chain = followChain()
    const unsealed: Read['unsealed'] = { rows: 0, since: null }
    let known = earlier === undefined
    const lines = async function* (): AsyncGenerator<string> {
      for await (const row of sealedRows(sql)) {
        await chain.take(row)
        known ||= row.hash === earlier
        yield lineOf(row)
      }
      for await (const row of unsealedRows(sql)) {
        unsealed.rows++
        unsealed.since ??= row.at
        yield lineOf({ ...row, seq: null, prev: null, hash: null })
      }
    }
    if (file === null) for await (const line of lines()) void line
    else await writePrivate(file, lines())
    return { ...chain.end(), known, unsealed }
  } finally {
    await owner.end()
  }
}

const lineOf = (row: object): string => `${JSON.stringify(row)}\n`

const brokenText = ({ seq, why, row }: Broken): string => {
  const named = `row ${seq} of the audit${row ? ` (id ${row.id}, ${row.action} of ${row.at})` : ''}`
  return { missing: `${named} is missing`, unlinked: `${named} does not follow the row before it`, changed: `${named} is not what was sealed` }[why]
}
