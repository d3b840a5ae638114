import { fail, type Result } from '#shared/lib/result.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import { openWorker, type Port } from './import-run.ts'
import type { Request } from './protocol.ts'

/** Looks at files one after the other in a worker, which lives only as long as there are files to look at. */
export const createLook = (openPort: () => Port = openWorker): ((file: File) => Promise<Result<FileLook, ReadProblem>>) => {
  const waiting = new Map<number, { file: File; done: (found: Result<FileLook, ReadProblem>) => void }>()
  let port: Port | null = null
  let last = 0

  const settle = (id: number, found: Result<FileLook, ReadProblem>) => {
    waiting.get(id)?.done(found)
    waiting.delete(id)
    if (waiting.size) return
    port?.terminate()
    port = null
  }
  const start = (): Port => {
    const opened = openPort()
    opened.onmessage = ({ data: reply }) => { if (reply.say === 'look') settle(reply.id, reply.found) }
    opened.onerror = () => { for (const [id, { file }] of [...waiting]) settle(id, fail({ code: 'unreadable', file: file.name })) }
    return opened
  }

  return file => new Promise(done => {
    const id = ++last
    waiting.set(id, { file, done })
    port ??= start()
    port.postMessage({ ask: 'look', id, file } satisfies Request)
  })
}
