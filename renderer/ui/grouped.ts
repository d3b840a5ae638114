// One formatter for all: making one costs more than a row.
const format = new Intl.NumberFormat('en-US')

/** 118000 -> 118,000. */
export const grouped = (n: number): string => format.format(n)
