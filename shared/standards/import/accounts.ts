import type { RawRow } from '#shared/readers/file.ts'
import type { Tallies } from '../catalogue.ts'
import { type HeldRepair, type Progress, REPAIRS_HELD, type Refusal, type RefusalReason, type Repair, type RepairReport } from './outcome.ts'

/** Keeps the books of an import: where each row ended, what was refused, what was mended. */
export class Accounts {
  readonly tallies: Tallies = { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 }
  readonly refused: Refusal[] = []
  readonly repairs: RepairReport = { counts: {}, held: [] }
  #told = { refused: 0, repairs: 0 }

  refuse(file: string, row: RawRow, reason: RefusalReason): void {
    this.tallies.refused++
    this.refused.push({ file, line: row.line, reason, raw: row.raw, cells: row.cells })
  }

  keepClass(): void {
    this.tallies.kept++
    this.tallies.classes = (this.tallies.classes ?? 0) + 1
  }

  /** Counts the row once as mended, whatever number of repairs it took; what was only pointed out doesn't count. */
  mend(repairs: Repair[], where: { file: string; line: number; number: string }, alreadyCounted = false): boolean {
    if (repairs.length === 0) return alreadyCounted
    for (const repair of repairs) {
      this.repairs.counts[repair.kind] = (this.repairs.counts[repair.kind] ?? 0) + 1
      if (this.repairs.held.length < REPAIRS_HELD) this.repairs.held.push({ ...repair, ...where })
    }
    const mended = alreadyCounted || repairs.some(repair => repair.from !== repair.to)
    if (mended && !alreadyCounted) this.tallies.repaired++
    return mended
  }

  /** Tallies as they stand, and what was refused and mended since the last call. */
  news(): Pick<Progress, 'tallies' | 'refused' | 'repairs'> {
    const refused = this.refused.slice(this.#told.refused)
    const repairs: HeldRepair[] = this.repairs.held.slice(this.#told.repairs)
    this.#told = { refused: this.refused.length, repairs: this.repairs.held.length }
    return { tallies: { ...this.tallies }, refused, repairs }
  }
}
