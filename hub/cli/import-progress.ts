import type { Progress } from '#shared/standards/import/outcome.ts'

/** Rows done on stderr: one line rewritten on a terminal, a line a second elsewhere. */
export const importProgress = (expectedRows: number): { reading: (progress: Progress) => void; end: () => void } => {
  const { isTTY } = process.stderr
  let last = performance.now()
  let line = ''
  const write = (): void => {
    process.stderr.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`)
    last = performance.now()
  }
  return {
    reading: ({ file, tallies: { read, refused, repaired } }) => {
      const rows = Math.max(1, read, expectedRows)
      line = `${file}: ${read} of about ${rows} rows (${Math.floor((100 * read) / rows)} %), ${refused} refused, ${repaired} repaired`
      if (performance.now() - last > (isTTY ? 100 : 1000)) write()
    },
    end: () => {
      if (line === '') return
      write()
      if (isTTY) process.stderr.write('\n')
    },
  }
}
