// What features call to change data. There is no other way: the rebase is right only because rows change by commands and by pages.
import { commands, type CommandName } from '#shared/commands.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { argsHash } from '#shared/sync/args-hash.ts'
import type { CommandProblem } from '#shared/sync/command.ts'
import { isLeaseOver } from '#shared/sync/lease.ts'
import { type Intent, type Ran, runCommands } from '#shared/sync/run-command.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { now } from './clock.ts'
import { openDesk, type OpenDesk } from './desk.ts'
import { complexOf } from './here.ts'
import { mirror } from './mirror.ts'
import { readLine } from './sync-facts.ts'
import { problemOf } from './work-database.ts'

/** A command's arguments; its complex is the desk's own unless another is said. */
export type ArgsOf<N extends CommandName> = Omit<Parameters<(typeof commands)[N]['run']>[1], 'complex'> & { complex?: string }
export type Wanted = { [N in CommandName]: { name: N; args: ArgsOf<N>; dependsOn?: number } }[CommandName]

export type RunProblem = CommandProblem | DeskProblem

/**
 * Runs a command here and now and queues it for the hub: both or neither, on the disk when the answer comes and copied to the file
 * beside the database. Where the copy failed, its rows say so (`row-state.ts`).
 * The hub decides in the end.
 */
export const run = async <N extends CommandName>(name: N, args: ArgsOf<N>, dependsOn?: number): Promise<Result<Ran, RunProblem>> => {
  const ran = await runAll([{ name, args, ...(dependsOn !== undefined && { dependsOn }) } as Wanted])
  return ran.ok ? ok(ran.value[0]) : ran
}

/** A batch: all of it or nothing, each command with an outcome of its own later. A problem of one command carries its `index`. */
export const runAll = async (wanted: readonly Wanted[]): Promise<Result<Ran[], RunProblem>> => {
  const desk = await openDesk()
  return desk.ok ? runOn(desk.value, wanted) : desk
}

export const runOn = async (desk: OpenDesk, wanted: readonly Wanted[]): Promise<Result<Ran[], RunProblem>> => {
  if (isLeaseOver((await readLine(desk.database)).agreedAt, Date.now())) return fail({ code: 'desk-lease' })
  const complex = await complexOf(desk)
  const intents: Intent[] = []
  for (const { name, args, dependsOn } of wanted) {
    const parsed = commands[name].args.safeParse({ complex, ...args })
    if (!parsed.success) return fail({ code: 'validation', where: parsed.error.issues[0]?.path.join('.') ?? '', index: intents.length })
    intents.push({ name, args: parsed.data, hash: await argsHash(parsed.data), ...(dependsOn !== undefined && { dependsOn }) })
  }
  // The first login may change the complex meanwhile.
  const here: OpenDesk['store'] = { transaction: work => desk.store.transaction(async t => ((await complexOf(desk)) === complex ? work(t) : Promise.reject(new Moved()))) }
  try {
    const ran = await runCommands({ ...desk, store: here }, intents, now())
    if (ran.ok && desk.file) await mirror(desk, desk.file, desk.group)
    return ran
  } catch (error) {
    if (error instanceof Moved) return runOn(desk, wanted)
    const problem = problemOf(error)
    if (problem.code === 'desk-full') return fail(problem)
    throw error
  }
}

class Moved extends Error {}
