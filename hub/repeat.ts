/** `stop` waits for the pass under way. */
export type Repeating = { stop(): Promise<void> }

/** One pass after the other until stopped. A pass gives the ms until the next; one that fails is logged and comes again after `againMs`. */
export const repeat = (what: string, pass: () => Promise<number>, { firstMs, againMs }: { firstMs: number; againMs: number }, log: (line: string) => void): Repeating => {
  let stopped = false
  let wake = (): void => undefined
  const pause = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    let next = firstMs
    while (!stopped) {
      if (next > 0) await pause(next)
      if (stopped) return
      next = await pass().catch((error: unknown) => {
        log(`${what}: ${error instanceof Error ? error.message : String(error)}`)
        return againMs
      })
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
