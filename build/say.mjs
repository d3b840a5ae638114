// Talk of the scripts, always on stderr: stdout is for data.

export const say = text => process.stderr.write(`${text}\n`)

export class Stop extends Error {}

/** Ends a script with one clear line and exit code 1. */
export const stop = text => {
  throw new Stop(text)
}

/** Runs a script's main function; a `Stop` is one line, anything else a stack. */
export const main = async run => {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    say(error instanceof Stop ? error.message : (error?.stack ?? String(error)))
    process.exitCode = 1
  }
}

/**
 * Shows what runs and how far it is while `work` lasts: `far()` answers a short text such as `41 %` or null. On a terminal one
 * line that changes, elsewhere a line every ten seconds.
 */
export const during = async (label, work, far = () => null) => {
  const started = Date.now()
  const live = process.stderr.isTTY
  const line = () => [label, far(), `${seconds(started)} s`].filter(Boolean).join(' · ')
  if (!live) say(`${label} …`)
  const timer = setInterval(() => (live ? process.stderr.write(`\r\x1b[2K${line()}`) : say(`  ${line()}`)), live ? 250 : 10_000)
  try {
    const result = await work()
    process.stderr.write(`${live ? '\r\x1b[2K' : ''}${label} · ${seconds(started)} s\n`)
    return result
  } catch (error) {
    if (live) process.stderr.write('\r\x1b[2K')
    throw error
  } finally {
    clearInterval(timer)
  }
}

export const percent = (done, total) => (total > 0 ? `${Math.min(100, Math.floor((done / total) * 100))} %` : null)

const seconds = since => ((Date.now() - since) / 1000).toFixed(1)
