/** Hundredths of a yuan as yuan: 12050 -> `120.50`; whole yuan without a fraction where `whole` asks for it: 12000 -> `120`. */
export const yuanOf = (fen: number, whole = false): string => `${Math.floor(fen / 100)}${whole && fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`
/** An amount with whole per cent on top, half a fen rounded up; both are whole and not negative. */
export const plusPercent = (fen: number, percent: number): number => Math.floor((fen * (100 + percent) + 50) / 100)
