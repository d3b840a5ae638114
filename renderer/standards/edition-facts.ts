import type { EditionFacts } from '../contribution.ts'
import { standardPath } from './paths.ts'
import { searcher } from './searcher.ts'

/** For pages of other features; waits while a catalogue opens. */
export const editionFacts = async (number: string, day: string): Promise<EditionFacts | null> => {
  const detail = await searcher().detail(number, day)
  const held = searcher().state.value
  if (!detail || held.phase !== 'ready') return null
  // Newest first: what stands before it in its line is newer.
  const at = detail.editions.findIndex(edition => edition.number === number)
  const newer = detail.derived.status === 'replaced' ? detail.editions.slice(0, Math.max(0, at)).find(({ derived }) => derived?.status === 'current' || derived?.status === 'partly') : undefined
  return { status: detail.derived.status, newer: newer?.number ?? null, from: newer?.from ?? null, path: standardPath(number), catalogue: held.meta.date }
}
