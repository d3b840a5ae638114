import { fail, type Result } from '#shared/lib/result.ts'
import { ifFree, whenFree } from '../../db/exclusively.ts'
import { keepsNothing } from '../../db/keeps.ts'
import { portInPage } from '../in-page.ts'
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

  const work = async (): Promise<Result<Imported, RunProblem>> => {
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
    end: ifFree(LOCK, work, () => fail<RunProblem>({ code: 'import-busy' })),
    cancel: () => {
      if (cancelled || saving) return
      cancelled = true
      port?.postMessage({ ask: 'cancel' } satisfies Request)
      setTimeout(() => finish(fail({ code: 'cancelled' })), CANCEL_PATIENCE)
    },
  }
}

/** When no window imports any more. */
export const whenNoneRuns = (): Promise<void> => whenFree(LOCK)

const LOCK = 'pinli-import'

export const openWorker = (): Port =>
  keepsNothing ? portInPage(async () => (await import('./import-host.ts')).createImportHost) : new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' })
