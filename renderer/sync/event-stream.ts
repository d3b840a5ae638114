/** An event longer than this is no hint of ours. */
const LONGEST = 64 << 10

/**
 * The data of each server-sent event, in order (HTML standard, 9.2.6): lines of `data:` joined by line feeds; names, ids and comments
 * are passed over. `alive` is called with every piece that arrives, heartbeats too. Throws when an event doesn't end.
 */
export async function* eventsOf(stream: ReadableStream<Uint8Array>, alive: () => void): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  let data: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      alive()
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop()!
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield data.join('\n')
          data = []
        } else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
      }
      if (rest.length + data.join().length > LONGEST) throw new Error('an event without an end')
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
