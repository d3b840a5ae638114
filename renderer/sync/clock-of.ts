/** How far the hub's clock is ahead of ours, ms: by the answer that travelled shortest among the last few. */
export const clockOf = (): { hear: (serverTime: number, left: number, came: number) => void; offset: () => number } => {
  let heard: Heard[] = []
  return {
    hear: (serverTime, left, came) => {
      const now = { offset: Math.round(serverTime - (left + came) / 2), travelled: came - left }
      // Two that can't both be true: one of the clocks was set meanwhile.
      heard = heard.some(one => Math.abs(one.offset - now.offset) > (one.travelled + now.travelled) / 2 + DRIFT_MS) ? [now] : [...heard.slice(1 - KEPT), now]
    },
    offset: () => heard.reduce((best, one) => (one.travelled < best.travelled ? one : best), heard[0] ?? { offset: 0, travelled: 0 }).offset,
  }
}

type Heard = { offset: number; travelled: number }
const KEPT = 8
const DRIFT_MS = 500
