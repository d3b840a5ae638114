// A copy of the outbox beside the database: on a full disk Chromium may give a database up with all that is in it. It takes bytes and
// gives bytes; what they say is the page's matter.
import { copyFile, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesktopOut, MirrorProblem } from '#shared/desktop.ts'
import { framed, readRecords } from '#shared/lib/records.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { reasonOf, writeWhole } from './files.ts'

export type OutboxMirror = {
  groups(): Promise<DesktopOut<'mirrorGroups'>>
  read(group: string): Promise<DesktopOut<'mirrorRead'>>
  append(group: string, records: readonly Uint8Array[]): Promise<DesktopOut<'mirrorAppend'>>
  replace(group: string, records: readonly Uint8Array[]): Promise<DesktopOut<'mirrorReplace'>>
}

/** One file a client group in `folder`, which is made when first needed. */
export const outboxMirror = (folder: string): OutboxMirror => {
  const fileOf = (group: string): string => join(folder, `${group}.log`)
  const asideOf = (group: string): string => join(folder, `${group}.damaged`)
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, so that no write ends in the middle of another. */
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  const done = async (work: () => Promise<void>): Promise<DesktopOut<'mirrorAppend'>> => {
    try {
      await mkdir(folder, { recursive: true })
      await work()
      return ok(null)
    } catch (error) {
      return fail(problemOf(error))
    }
  }
  return {
    groups: () => inTurn(() => groupsIn(folder)),
    read: group =>
      inTurn(async () => {
        try {
          const found = readRecords(await readFile(fileOf(group)))
          if (found.damaged > 0) await copyFile(fileOf(group), asideOf(group))
          return ok(found)
        } catch (error) {
          return isMissing(error) ? ok({ records: [], damaged: 0 }) : fail(problemOf(error))
        }
      }),
    append: (group, records) => inTurn(() => done(() => appendTo(fileOf(group), framed(records)))),
    // Nothing to keep: nothing of it stays, what was put aside neither.
    replace: (group, records) => inTurn(() => done(() => (records.length > 0 ? writeWhole(fileOf(group), framed(records)) : remove([fileOf(group), asideOf(group)])))),
  }
}

/** All of it on the disk, or the file as it was; where even that fails, a reader passes the torn end over. */
const appendTo = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'a')
  try {
    const { size } = await file.stat()
    try {
      await file.appendFile(bytes)
      await file.sync()
    } catch (error) {
      await file.truncate(size).catch(() => undefined)
      throw error
    }
  } finally {
    await file.close()
  }
}

const remove = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) await rm(path, { force: true })
}

const groupsIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => [])
  const found: { group: string; at: number }[] = []
  for (const name of names) {
    const group = /^([0-9a-f-]{36})\.log$/.exec(name)?.[1]
    const { size, mtimeMs } = group ? await stat(join(folder, name)) : { size: 0, mtimeMs: 0 }
    if (group && size > 0) found.push({ group, at: mtimeMs })
  }
  return found.sort((a, b) => b.at - a.at).map(({ group }) => group)
}

const problemOf = (error: unknown): MirrorProblem => ({ code: 'mirror-failed', why: reasonOf(error) })
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
