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
  phaseBegan: number
  secondsLeft: number | null
  cancelling: boolean
}

export const startState = (now: number): RunState => ({
  phase: 'reading', file: null, done: 0, total: 0, tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 },
  refused: [], repairs: [], began: now, phaseBegan: now, secondsLeft: null, cancelling: false,
})

export const withNews = (state: RunState, news: News, now: number): RunState => {
  const { phase, file, done, total, tallies } = news
  const phaseBegan = phase === state.phase ? state.phaseBegan : now
  ;(state.refused as Refusal[]).push(...news.refused)
  ;(state.repairs as HeldRepair[]).push(...news.repairs.slice(0, Math.max(0, REPAIRS_HELD - state.repairs.length)))
  return { ...state, phase, file, done, total, tallies, phaseBegan, secondsLeft: secondsLeft(done, total, now - phaseBegan) }
}

/** From the pace so far; null while there is too little to tell: less than a second, or a twentieth of the way. */
const secondsLeft = (done: number, total: number, elapsed: number): number | null =>
  done > 0 && total > 0 && (elapsed > 1_000 || done * 20 > total) ? Math.ceil((elapsed / done) * (total - done) / 1000) : null
