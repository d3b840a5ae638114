// A backup is one gzipped file of JSON lines: a head, the rows as ["table", "(…)"], and an end with counts and the hash of all before it.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, pipeline as pipe } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

const head = z.object({ pinliBackup: z.literal(1), schema: z.int().min(1), epoch: z.string(), madeAt: z.string() })
const row = z.tuple([z.string(), z.string()])
const end = z.object({ counts: z.record(z.string(), z.int().min(0)), sha256: z.string() })

export type BackupHead = z.output<typeof head>
/** Its table and its text as PostgreSQL writes a whole row. */
export type BackupRow = z.output<typeof row>
export type BackupEnd = z.output<typeof end>

/** Writes beside the place and moves there what is whole and on the disk. */
export const writeBackupFile = async (path: string, first: BackupHead, rows: AsyncIterable<BackupRow>): Promise<BackupEnd> => {
  const sealed = sealing()
  const lines = async function* (): AsyncGenerator<string> {
    yield sealed.add(first)
    for await (const one of rows) yield sealed.add(one)
    yield `${JSON.stringify(sealed.end())}\n`
  }
  const part = `${path}.part`
  try {
    await pipeline(Readable.from(lines()), createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 }))
    const file = await open(part, 'r+')
    await file.sync()
    await file.close()
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
  return sealed.end()
}

/** Counts and hashes lines as they go by. */
export const sealing = () => {
  const hash = createHash('sha256')
  const counts: { [table: string]: number } = {}
  return {
    add: (line: BackupHead | BackupRow): string => {
      if (Array.isArray(line)) counts[line[0]] = (counts[line[0]] ?? 0) + 1
      const text = `${JSON.stringify(line)}\n`
      hash.update(text)
      return text
    },
    end: (): BackupEnd => ({ counts: { ...counts }, sha256: hash.copy().digest('hex') }),
  }
}

/** Throws with what is wrong: a file that is none of ours, broken off or changed. `take` gets the head first, then row by row. */
export const readBackupFile = async (path: string, begin: (first: BackupHead) => Promise<void>, take: (one: BackupRow) => Promise<void>): Promise<BackupEnd> => {
  const sealed = sealing()
  let last: BackupEnd | undefined
  let first = true
  for await (const line of linesOf(path)) {
    if (last) throw new Error('something follows its end')
    const value: unknown = JSON.parse(line)
    if (first) {
      const parsed = head.parse(value)
      sealed.add(parsed)
      await begin(parsed)
      first = false
    } else if (Array.isArray(value)) {
      const parsed = row.parse(value)
      sealed.add(parsed)
      await take(parsed)
    } else last = end.parse(value)
  }
  if (!last) throw new Error('it breaks off')
  if (sealed.end().sha256 !== last.sha256) throw new Error('its bytes have changed')
  return last
}

/** No row is as long as this; whatever has such a line is something else. */
const LONGEST = 64 << 20

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  const text = pipe(createReadStream(path), createGunzip(), () => undefined).setEncoding('utf8') // a failure of either is thrown here
  for await (const piece of text as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST) throw new Error('it has no lines')
    yield* lines
  }
  if (rest !== '') throw new Error('it breaks off')
}
