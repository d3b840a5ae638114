import type { Detail } from '#shared/standards/detail.ts'

/** Numbers that this edition replaced, the edition before it among them. */
export const replacedBy = ({ editions, standard, replacedFull, replacedPart }: Detail): { full: string[]; part: string[] } => {
  const own = editions.find(edition => edition.number === standard.number)
  return own ? { full: own.replacesFull, part: own.replacesPart } : { full: replacedFull, part: replacedPart }
}
