/** `142,000`, the same in both languages. */
export const grouped = (n: number): string => n.toLocaleString('en-US')
