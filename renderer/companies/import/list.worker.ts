// Reads lists beside the page.
import { readList } from '#shared/companies/import/read.ts'
import { lookAt } from '#shared/readers/look.ts'
import type { ListRequest } from './protocol.ts'

// An error of the program reaches the page as the worker's own.
self.onunhandledrejection = ({ reason }) => { setTimeout(() => { throw reason }) }

self.onmessage = ({ data }: MessageEvent<ListRequest>) => void (data.ask === 'look' ? lookAt(data.file) : readList(data.file, data.look, data.mapping)).then(found => self.postMessage(found))
