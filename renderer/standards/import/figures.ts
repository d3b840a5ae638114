import type { Tallies } from '#shared/standards/catalogue.ts'

export type Figure = { key: 'kept' | 'classes' | 'merged' | 'refused'; n: number }

/** Where the rows read ended, as people read it: standards and names of classes are told apart. Their sum is `read`. */
export const figuresOf = ({ kept, classes = 0, merged, refused }: Tallies): Figure[] => [
  { key: 'kept', n: kept - classes },
  ...(classes > 0 ? [{ key: 'classes' as const, n: classes }] : []),
  { key: 'merged', n: merged },
  { key: 'refused', n: refused },
]
