import type { Sealer } from '#shared/crypto/seal.ts'

/** What was sealed or opened once isn't worked out again: a list is read anew after each change of one of its rows. Goes with the window. */
export const remembering = ({ seal, open }: Sealer): Sealer => {
  const known = new Map<string, string>()
  const latin1 = new TextDecoder('latin1')
  const keyOf = (sealed: Uint8Array, place: string): string => `${place}\n${latin1.decode(sealed)}`
  const note = (key: string, value: unknown): void => {
    known.set(key, JSON.stringify(value))
    if (known.size > BOXES) known.delete(known.keys().next().value!)
  }
  return {
    seal: (value, place) => {
      const sealed = seal(value, place)
      note(keyOf(sealed, place), value)
      return sealed
    },
    open: (sealed, place) => {
      const key = keyOf(sealed, place)
      const held = known.get(key)
      if (held !== undefined) return JSON.parse(held) as unknown
      const value = open(sealed, place)
      note(key, value)
      return value
    },
  }
}

const BOXES = 20_000
