import { QUIET, qrOf } from '#shared/lib/qr.ts'

/** Lines for a terminal that knows colours, two rows of modules a line: black on white, whatever its own colours are. */
export const terminalQr = (text: string): string => {
  const modules = qrOf(text)
  const dark = (x: number, y: number): boolean => modules[y - QUIET]?.[x - QUIET] ?? false
  const size = modules.length + 2 * QUIET
  const lines = Array.from({ length: Math.ceil(size / 2) }, (_, line) => Array.from({ length: size }, (_, x) => HALVES[Number(dark(x, 2 * line)) + 2 * Number(dark(x, 2 * line + 1))]).join(''))
  return lines.map(line => `\x1b[30;107m${line}\x1b[0m\n`).join('')
}

/** Neither half, the upper, the lower, both. */
const HALVES = ' ▀▄█'
