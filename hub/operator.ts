// How the command line of this machine reaches the running hub: whoever may read the file runs the machine.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writePrivate } from './private-file.ts'

/** `certificate`: SHA-256 of the one that the hub shows, as `fingerprint256`; null on plain http. `database`: its own
 * PostgreSQL's owner; null = DATABASE_URL names it. `token` is another at every start. */
const operatorLine = z.object({ url: z.url(), token: z.string(), certificate: z.string().nullable(), database: z.string().nullable() })
export type OperatorLine = z.output<typeof operatorLine>

const fileIn = (folder: string): string => join(folder, 'operator.json')

export const writeOperator = (folder: string, line: OperatorLine): Promise<void> => writePrivate(fileIn(folder), `${JSON.stringify(line)}\n`)
export const removeOperator = (folder: string): Promise<void> => rm(fileIn(folder), { force: true })

/** null = no hub runs on the folder, or it was killed and has left nothing. */
export const readOperator = async (folder: string): Promise<OperatorLine | null> => {
  const text = await readIfThere(fileIn(folder))
  return text === null ? null : operatorLine.parse(JSON.parse(text))
}
