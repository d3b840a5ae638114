// Many short texts in one long one, so that a search goes through all of them at the engine's own speed.

/** Every line stands between two line feeds; `starts` are where lines begin, ascending, `owners` whose they are. */
export type Lines = { text: string; starts: Uint32Array; owners: Uint32Array }

export const linesOf = (lines: readonly { owner: number; text: string }[]): Lines => {
  const starts = new Uint32Array(lines.length)
  let at = 1
  for (const [i, { text }] of lines.entries()) {
    starts[i] = at
    at += text.length + 1
  }
  return { text: `\n${lines.map(({ text }) => text).join('\n')}\n`, starts, owners: Uint32Array.from(lines, ({ owner }) => owner) }
}

/**
 * Tells whose lines hold `wanted`, line by line, and whether it begins the line; a line feed behind it stands for the line's end. `from`: only
 * from places that are 1 there.
 */
export const eachOwner = ({ text, starts, owners }: Lines, wanted: string, tell: (owner: number, begins: boolean) => void, from?: Uint8Array): void => {
  let line = 0
  for (let at = text.indexOf(wanted); at >= 0;) {
    if (from && from[at] === 0) {
      at = text.indexOf(wanted, at + 1)
      continue
    }
    while (line + 1 < starts.length && starts[line + 1] <= at) line++
    tell(owners[line], at === starts[line])
    at = line + 1 < starts.length ? text.indexOf(wanted, starts[line + 1]) : -1
  }
}
