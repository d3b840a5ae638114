import { fail, type Result } from '#shared/lib/result.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import type { ListRequest } from './worker.ts'

/** The page's side: finds out what a file is and which columns it has, then reads all of its rows. Each question has a worker of its own, which ends with the answer. */
export const listWorker = <More, Read>(start: () => Worker) => {
  const ask = <R>(request: ListRequest<More>): Promise<Result<R, ReadProblem>> =>
    new Promise(done => {
      const worker = start()
      const end = (found: Result<R, ReadProblem>): void => {
        worker.terminate()
        done(found)
      }
      worker.onmessage = ({ data }: MessageEvent<Result<R, ReadProblem>>) => end(data)
      worker.onerror = () => end(fail({ code: 'unreadable', file: request.file.name }))
      worker.postMessage(request)
    })
  return {
    look: (file: File) => ask<FileLook>({ ask: 'look', file }),
    read: (file: File, look: FileLook, more: More) => ask<Read>({ ask: 'read', file, look, more }),
  }
}
