// A person at a desk who never stops giving commands, over the product's own desk; runs in Node and in a page.
import { newId } from '../../renderer/db/new-id.ts'
import { argsHash } from '#shared/sync/args-hash.ts'
import type { HubLine, LineProblem } from '../../renderer/sync/hub-line.ts'
import { syncRound } from '../../renderer/sync/round.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { type Desk, runCommand } from '#shared/sync/run-command.ts'
import type { AppTables } from '#shared/tables.ts'
import type { News } from './told.ts'
import { type Wanted, type World, wish } from './wishes.ts'

export type DeskWork = {
  work(world: World): void
  give(wanted: Wanted): Promise<void>
  /** Gives nothing more and goes on until the desk is in step, `ms` at most; answers with how many still wait. */
  drain(ms: number): Promise<number>
  /** Bookings, companies and certificates as it holds them. */
  rows(world: World): Promise<string[]>
}

/** So many wait at most while the hub is away. */
const MOST_WAITING = 5
const PAUSE_MS = 30

export const deskWork = (desk: Desk<AppTables>, line: HubLine, note: (news: News) => void): DeskWork => {
  const { signal } = new AbortController()
  const heard = { clock: () => undefined, sent: () => Promise.resolve(), laid: () => Promise.resolve() }
  const round = (): Promise<LineProblem | null> => syncRound({ desk, line: noting(line, note), heard, newId, now: Date.now, signal })
  const waiting = (): Promise<number> => desk.store.transaction(async t => (await t.entries('waiting')).length)
  let giving = false
  let working: Promise<void> = Promise.resolve()
  const give = async ({ name, args }: Wanted): Promise<void> => {
    const hash = await argsHash(args)
    const { client } = await desk.store.transaction(t => t.meta())
    const ran = await runCommand(desk, { name, args, hash }, Date.now())
    if (ran.ok) note({ is: 'given', client, mid: ran.value.mid, hash })
  }
  return {
    give,
    work: world => {
      giving = true
      working = (async () => {
        while (giving) {
          for (let n = Math.random() * 3; n > 0; n--) if ((await waiting()) < MOST_WAITING) await give(await wish(desk, world))
          if (await round()) await pause()
        }
      })()
    },
    drain: async ms => {
      giving = false
      await working
      const until = Date.now() + ms
      let problem = await round()
      while ((problem || (await waiting()) > 0) && Date.now() < until) {
        await pause()
        problem = await round()
      }
      return problem ? Math.max(1, await waiting()) : waiting()
    },
    rows: ({ code, pieces, own, set }) => desk.store.transaction(async ({ reads }) => {
      const rows: object[] = [...(await reads.listRange('bookings', 'status_start', ['', 0], ['~', 0])), ...(await reads.listBy('companies', 'uscc', code)), ...(await reads.listBy('indicator_sets', 'family', set.id))]
      for (const instrument of [...pieces, own]) rows.push(...(await reads.listBy('certificates', 'instrument', instrument)))
      return rows.map(canonicalJson)
    }),
  }
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, Math.random() * PAUSE_MS))

const noting = (line: HubLine, note: (news: News) => void): HubLine => ({
  ...line,
  push: async (request, signal) => {
    const answer = await line.push(request, signal)
    if (answer.ok) note({ is: 'acknowledged', client: request.client, mid: answer.value.lastMutationId })
    return answer
  },
  pull: async (request, signal) => {
    const answer = await line.pull(request, signal)
    if (answer.ok && !answer.value.more) {
      note({ is: 'acknowledged', client: request.client, mid: answer.value.lastMutationId })
      for (const outcome of answer.value.outcomes) note({ is: 'answered', client: request.client, outcome })
    }
    return answer
  },
})
