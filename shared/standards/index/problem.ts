/** Why a stored catalogue can't be searched, or a new one could not be stored. Its remedy is to build or import again. */
export type CatalogueProblem =
  /** The bytes aren't a segment, end too early, or hot and cold are of two builds. */
  | { code: 'CAT-damaged'; part: SegmentKind; why: 'not-a-segment' | 'cut-off' | 'header' | 'other-build' }
  /** Written by a newer version of the product. */
  | { code: 'CAT-newer'; version: number; known: number }
  /** The store names a catalogue whose part is missing. */
  | { code: 'CAT-part-missing'; part: SegmentKind }
  /** The computer's store refuses to read or to write; `detail` is its own word. */
  | { code: 'CAT-store-unreadable'; detail: string }
  | { code: 'CAT-store-full'; neededBytes: number }
  | { code: 'CAT-store-refused'; detail: string }

export type SegmentKind = 'hot' | 'cold'
