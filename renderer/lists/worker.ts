// The worker's side of an import: reads lists beside the page.
import type { FileLook } from '#shared/readers/file.ts'
import { lookAt } from '#shared/readers/look.ts'

/** What a page asks; the answer is the result of `lookAt`, or of reading the whole. `more`: what the reading needs besides, plain data. */
export type ListRequest<More> = { ask: 'look'; file: File } | { ask: 'read'; file: File; look: FileLook; more: More }

export const answerLists = <More>(read: (file: File, look: FileLook, more: More) => Promise<unknown>): void => {
  // An error of the program reaches the page as the worker's own.
  self.onunhandledrejection = ({ reason }) => { setTimeout(() => { throw reason }) }
  self.onmessage = ({ data }: MessageEvent<ListRequest<More>>) => void (data.ask === 'look' ? lookAt(data.file) : read(data.file, data.look, data.more)).then(found => self.postMessage(found))
}
