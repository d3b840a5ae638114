/** A moment as local time to the minute: `2026-11-24 14:03`. */
export const whenText = (ms: number): string => new Date(ms).toLocaleString('sv-SE').slice(0, 16)
