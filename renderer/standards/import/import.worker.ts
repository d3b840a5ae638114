// Imports beside the page.
import { createImportHost } from './import-host.ts'
import type { Request } from './protocol.ts'

const receive = createImportHost(reply => self.postMessage(reply))

// An error of the program reaches the page as the worker's own.
self.onunhandledrejection = ({ reason }) => { setTimeout(() => { throw reason }) }

self.onmessage = ({ data }: MessageEvent<Request>) => void receive(data)
