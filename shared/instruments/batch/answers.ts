// What became of each piece of a batch, and counts that add up to what was sent.
import type { Booking } from '#shared/bookings/booking.ts'

/** `tentative` (暂定): waits in the outbox. `lost` (被占用): stands in line, and nobody has said yet that it stays. `refused`: the hub took no booking of it. */
export const ANSWERS = ['confirmed', 'tentative', 'approval', 'held', 'waiting', 'lost', 'ended', 'refused'] as const
export type Answer = (typeof ANSWERS)[number]

export const answerOf = ({ status, holdUntil, stays }: Pick<Booking, 'status' | 'holdUntil' | 'stays'>, tentative: boolean): Exclude<Answer, 'refused'> => {
  if (tentative) return 'tentative'
  if (status === 'waitlisted') return stays ? 'waiting' : 'lost'
  if (status === 'held') return holdUntil === null ? 'approval' : 'held'
  return status === 'confirmed' || status === 'checked_in' || status === 'done' ? 'confirmed' : 'ended'
}

/** In the order of `ANSWERS`, none of them empty; they add up to `sent`, or to what there is where nobody knows how many were sent. */
export const tally = (answers: readonly Answer[], sent: number | null): { answer: Answer; n: number }[] => {
  const all = [...answers, ...Array<Answer>(Math.max(0, (sent ?? 0) - answers.length)).fill('refused')]
  return ANSWERS.flatMap(answer => {
    const n = all.filter(one => one === answer).length
    return n > 0 ? [{ answer, n }] : []
  })
}
