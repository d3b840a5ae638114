import { fail, type Result } from '#shared/lib/result.ts'
import type { Imported, Job, News, Reply, Request, RunProblem } from './protocol.ts'

export type Run = {
  /** A cancelled run ends with the problem `cancelled`; the catalogue before is active then, as after any other problem. */
  end: Promise<Result<Imported, RunProblem>>
  /** Without effect once the catalogue is being stored. */
  cancel(): void
}

/** What a run needs of a worker; tests give their own. */
export type Port = Pick<Worker, 'postMessage' | 'terminate'> & { onmessage: ((event: MessageEvent<Reply>) => void) | null; onerror: ((event: ErrorEvent) => void) | null }

/** Milliseconds in which the worker may answer a cancel before it is stopped. */
export const CANCEL_PATIENCE = 1_500

/** Runs in a worker of its own; one at a time over all windows, the second ends at once with `import-busy`. */
export const startRun = (job: Job, onNews: (news: News) => void, openPort: () => Port = openWorker): Run => {
  let port: Port | null = null
  let finish: (end: Result<Imported, RunProblem>) => void = () => {}
  let cancelled = false
  let saving = false

  const work = () => {
    const ended = new Promise<Result<Imported, RunProblem>>(resolve => { finish = resolve })
    if (cancelled) return fail<RunProblem>({ code: 'cancelled' })
    port = openPort()
    port.onmessage = ({ data: reply }) => {
      if (reply.say === 'news') onNews(reply.news)
      else if (reply.say === 'end') finish(reply.end)
      else if (reply.say === 'ready') {
        if (cancelled) return finish(fail({ code: 'cancelled' }))
        saving = true
        port?.postMessage({ ask: 'save' } satisfies Request)
      }
    }
    port.onerror = event => finish(fail({ code: 'import-broke-off', detail: event.message }))
    port.postMessage(job satisfies Request)
    return ended.finally(() => port?.terminate())
  }

  return {
    end: alone(work),
    cancel: () => {
      if (cancelled || saving) return
      cancelled = true
      port?.postMessage({ ask: 'cancel' } satisfies Request)
      setTimeout(() => finish(fail({ code: 'cancelled' })), CANCEL_PATIENCE)
    },
  }
}

/** When no window imports any more. */
export const whenFree = async (): Promise<void> => navigator.locks.request(LOCK, { mode: 'shared' }, () => undefined)

const LOCK = 'pinli-import'

/** The lock falls with its window, so a closed or crashed one never blocks the next import. */
const alone = (work: () => Promise<Result<Imported, RunProblem>> | Result<Imported, RunProblem>): Promise<Result<Imported, RunProblem>> =>
  Promise.resolve(navigator.locks.request(LOCK, { ifAvailable: true }, async lock => (lock ? work() : fail<RunProblem>({ code: 'import-busy' }))))

export const openWorker = (): Port => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' })
