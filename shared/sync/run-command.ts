import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { CommandProblem, Done, Registry } from './command.ts'
import { noting } from './desk-tx.ts'
import { type DeskStore, type DeskTransaction, Undo } from './store.ts'
import type { Tables } from './tables.ts'
import type { TableMap } from './tx.ts'

/** What a desk needs beside its database; everything that knows the app comes as an argument. */
export type Desk<T extends TableMap> = { store: DeskStore<T>; commands: Registry<T>; tables: Tables<T> }

/** `hash`: SHA-256 over the arguments' canonical JSON. `dependsOn`: the mid without which this makes no sense. */
export type Intent = { name: string; args: unknown; hash: string; dependsOn?: number }

/** `mid` by which the outcome is found; `done` is the desk's own run, which the hub's will replace. */
export type Ran = { mid: number; done: Done }

/**
 * Runs a command on the desk and records it in the outbox: both or neither. `now` is the desk's corrected clock.
 * With a problem nothing is written and nothing queued.
 */
export const runCommand = async <T extends TableMap>(desk: Desk<T>, intent: Intent, now: number): Promise<Result<Ran, CommandProblem>> => {
  const ran = await runCommands(desk, [intent], now)
  if (ran.ok) return ok(ran.value[0])
  const problem: Partial<typeof ran.problem> = { ...ran.problem }
  delete problem.index
  return fail(problem as CommandProblem)
}

/** A batch: all of them or none, each with an outcome of its own later. */
export const runCommands = async <T extends TableMap>(desk: Desk<T>, intents: readonly Intent[], now: number): Promise<Result<Ran[], CommandProblem & { index: number }>> => {
  try {
    return ok(
      await desk.store.transaction(async t => {
        const ran: Ran[] = []
        for (const [index, intent] of intents.entries()) {
          const result = await runOne(desk, t, intent, now)
          if (!result.ok) throw new Undo({ ...result.problem, index })
          ran.push(result.value)
        }
        return ran
      }),
    )
  } catch (error) {
    if (error instanceof Undo) return fail(error.problem as CommandProblem & { index: number })
    throw error
  }
}

const runOne = async <T extends TableMap>(desk: Desk<T>, t: DeskTransaction<T>, { name, args, hash, dependsOn }: Intent, now: number): Promise<Result<Ran, CommandProblem>> => {
  const command = desk.commands[name]
  if (!command) return fail({ code: 'command-unknown' })
  const parsed = command.args.safeParse(args)
  if (!parsed.success) return fail({ code: 'validation', where: parsed.error.issues[0]?.path.join('.') ?? '' })
  const meta = await t.meta()
  const mid = meta.lastMid + 1
  const { tx, before } = noting(t, desk.tables)
  const result = await command.run(tx, parsed.data, { now, user: meta.user, device: meta.device, client: meta.client, mid })
  if (!result.ok) return result
  await t.setMeta({ ...meta, lastMid: mid })
  await t.addEntry({ mid, name, args: parsed.data, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs: now, state: 'waiting', touches: touchesOf(before), before })
  return ok({ mid, done: result.value })
}

export const touchesOf = (before: readonly { table: string; id: string }[]): string[] => before.map(({ table, id }) => `${table}/${id}`)
