import { fail, type Result } from '#shared/lib/result.ts'
import type { Listed } from '#shared/companies/import/fields.ts'
import type { ListRead } from '#shared/companies/import/read.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { ListRequest } from './protocol.ts'

/** Finds out what a file is and which columns it has. */
export const lookAtList = (file: File): Promise<Result<FileLook, ReadProblem>> => ask({ ask: 'look', file })

/** All of its rows by the columns chosen. */
export const readWholeList = (file: File, look: FileLook, mapping: Mapping<Listed>): Promise<Result<ListRead, ReadProblem>> => ask({ ask: 'read', file, look, mapping })

/** Each question has a worker of its own, which ends with the answer. */
const ask = <R>(request: ListRequest): Promise<Result<R, ReadProblem>> =>
  new Promise(done => {
    const worker = new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module', name: 'list' })
    const end = (found: Result<R, ReadProblem>): void => {
      worker.terminate()
      done(found)
    }
    worker.onmessage = ({ data }: MessageEvent<Result<R, ReadProblem>>) => end(data)
    worker.onerror = () => end(fail({ code: 'unreadable', file: request.file.name }))
    worker.postMessage(request)
  })
