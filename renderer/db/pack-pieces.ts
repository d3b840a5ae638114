// What has come of a catalogue pack that is being fetched, piece by piece, so that a broken transfer goes on. One pack at a time.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { isQuota } from './catalogue.ts'
import { database as own, type Database } from './database.ts'

export type PackPieces = {
  /** Those that follow one another without a gap from the start; what came of any other pack goes. */
  held(pack: string): Promise<Blob[]>
  /** Answers once it is on the disk. */
  add(pack: string, at: number, piece: Blob): Promise<Result<null, CatalogueProblem>>
  clear(): Promise<void>
}

export const packPieces = (database: Database = own): PackPieces => ({
  held: pack =>
    database.transaction('rw', database.pieces, async () => {
      await database.pieces.filter(piece => piece.pack !== pack).delete()
      const pieces = await database.pieces.orderBy('[pack+at]').toArray()
      let end = 0
      return pieces.filter(({ at, blob }) => at === end && (end += blob.size) > at).map(({ blob }) => blob)
    }),
  add: async (pack, at, blob) => {
    try {
      await database.pieces.put({ pack, at, blob })
      return ok(null)
    } catch (error) {
      return fail(isQuota(error) ? { code: 'CAT-store-full', neededBytes: blob.size } : { code: 'CAT-store-refused', detail: String(error) })
    }
  },
  clear: () => database.pieces.clear(),
})
