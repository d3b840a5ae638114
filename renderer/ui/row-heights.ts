/**
 * Where each row of a long list stands. Nearly all rows share one height; only those measured to differ are held,
 * so that a list of 100,000 rows costs nothing when it changes. Heights in CSS px.
 */
export class RowHeights {
  readonly usual: number
  private readonly extra = new Map<number, number>()

  constructor(usual: number) {
    this.usual = usual
  }

  /** True if that moved anything. */
  measured(index: number, height: number): boolean {
    const extra = height - this.usual
    if (Math.abs(extra - (this.extra.get(index) ?? 0)) < 0.5) return false
    this.extra.set(index, extra)
    return true
  }

  /** The upper edge of a row; of the row after the last it is the height of the whole list. */
  top(index: number): number {
    let top = index * this.usual
    for (const [row, extra] of this.extra) if (row < index) top += extra
    return top
  }

  /** The row that holds the point `y`, within 0 and `total` - 1. */
  at(y: number, total: number): number {
    let low = 0
    let high = Math.max(0, total - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.top(middle) <= y) low = middle
      else high = middle - 1
    }
    return low
  }
}
