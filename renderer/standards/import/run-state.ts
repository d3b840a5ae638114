import type { Tallies } from '#shared/standards/catalogue.ts'
import { REPAIRS_HELD, type HeldRepair, type Refusal } from '#shared/standards/import/outcome.ts'
import type { News, Phase } from './protocol.ts'

/** What is shown of a run. The two lists only grow and are the same arrays all along; their lengths are told by the counts. */
export type RunState = {
  phase: Phase
  file: string | null
  done: number
  total: number
  tallies: Tallies
  refused: readonly Refusal[]
  repairs: readonly HeldRepair[]
  /** Milliseconds of the monotonic clock. */
  began: number
  secondsLeft: number | null
  cancelling: boolean
}

export const startState = (now: number): RunState => ({
  phase: 'reading', file: null, done: 0, total: 0, tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 },
  refused: [], repairs: [], began: now, secondsLeft: null, cancelling: false,
})

export const withNews = (state: RunState, news: News, now: number): RunState => {
  const { phase, file, done, total, tallies } = news
  ;(state.refused as Refusal[]).push(...news.refused)
  ;(state.repairs as HeldRepair[]).push(...news.repairs.slice(0, Math.max(0, REPAIRS_HELD - state.repairs.length)))
  return { ...state, phase, file, done, total, tallies, secondsLeft: secondsLeft(news, now - state.began) }
}

/** To the end of the last phase, from the pace so far; null while there is too little to tell: less than a second, or a twentieth of the way. */
const secondsLeft = ({ phase, done, total }: News, elapsed: number): number | null => {
  const share = SHARES[phase]
  const way = share.before + (total > 0 ? (share.own * done) / total : 0)
  return way > 0 && (elapsed > 1_000 || way > 0.05) ? Math.ceil(((elapsed / way) * (1 - way)) / 1000) : null
}

/** What part of an import's time goes into a phase and into those before it, as measured on large catalogues. */
const SHARES: Record<Phase, { before: number; own: number }> = {
  reading: { before: 0, own: 0.3 },
  unpacking: { before: 0, own: 0.3 },
  comparing: { before: 0.3, own: 0.1 },
  indexing: { before: 0.4, own: 0.5 },
  saving: { before: 0.9, own: 0.1 },
}
