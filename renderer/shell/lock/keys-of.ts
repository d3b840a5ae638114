/** The keys that choose one of a list. */
export const keysOf = ({ length }: readonly unknown[]): string => (length > 1 ? `Alt+1..${Math.min(9, length)}` : 'Alt+1')
