/** Between two keys of a scanner, at most, ms. Who presses a key to choose something waits longer. */
const FAST_MS = 200

/**
 * A scanner types as a keyboard does. What it gives is called with every pressed key, and answers with the whole text at the Enter
 * that ends a scan, with '' for keys within one, and with null for those of a person.
 */
export const scanner = (): ((key: Pick<KeyboardEvent, 'key' | 'timeStamp'>) => string | null) => {
  let text = ''
  let last = -Infinity
  return ({ key, timeStamp }) => {
    const goesOn = timeStamp - last < FAST_MS
    if (key.length === 1) {
      text = goesOn ? text + key : key
      last = timeStamp
      return text.length > 1 ? '' : null
    }
    if (key !== 'Enter' || !goesOn || text.length < 2) return null
    last = -Infinity
    return text
  }
}
