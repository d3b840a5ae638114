import type { Chain, NoChain } from '#shared/bookings/chain.ts'
import type { ChainAsked } from '#shared/bookings/chain/input.ts'
import { fail, type Result } from '#shared/lib/result.ts'
import type { PlanFault } from './composed.ts'

/** A plan by a worker of its own; `cancel` ends it at once, and then there is no answer. */
export const askPlan = (asked: ChainAsked): { found: Promise<Result<Chain, PlanFault>>; cancel: () => void } => {
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module', name: 'plan' })
  const found = new Promise<Result<Chain, PlanFault>>(done => {
    worker.onmessage = ({ data }: MessageEvent<Result<Chain, NoChain>>) => done(data)
    worker.onerror = () => done(fail({ code: 'failed' }))
    worker.postMessage(asked)
  }).finally(() => worker.terminate())
  return { found, cancel: () => worker.terminate() }
}
