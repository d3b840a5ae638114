// Looks at files, reads them, builds the catalogue and makes it the active one, all beside the page.
import { lookAt } from '#shared/readers/look.ts'
import { importCatalogue } from '#shared/standards/import/run.ts'
import { activateCatalogue } from '../../db/catalogue.ts'
import { heldCatalogue } from './held-catalogue.ts'
import { importFiles, installStandards, takePack, type Means } from './import-job.ts'
import { lookAtPack } from './look-at-pack.ts'
import { newsStream } from './news.ts'
import type { Reply, Request } from './protocol.ts'

const say = (reply: Reply) => self.postMessage(reply)
const cancel = new AbortController()
let decide: (save: boolean) => void = () => {}
const news = newsStream(each => say({ say: 'news', news: each }))

const means: Means = {
  read: importCatalogue,
  held: heldCatalogue,
  activate: activateCatalogue,
  tell: news.tell,
  maySave: () => {
    news.flush()
    say({ say: 'ready' })
    return new Promise(resolve => { decide = resolve })
  },
  breathe: () => new Promise(resolve => { setTimeout(resolve) }),
  now: () => new Date().toISOString(),
  signal: cancel.signal,
}

// An error of the program reaches the page as the worker's own.
self.onunhandledrejection = ({ reason }) => { setTimeout(() => { throw reason }) }

self.onmessage = async ({ data: request }: MessageEvent<Request>) => {
  switch (request.ask) {
    case 'look':
      say({ say: 'look', id: request.id, found: await lookAt(request.file) })
      break
    case 'look-pack':
      say({ say: 'pack', found: await lookAtPack(request.file) })
      break
    case 'cancel':
      cancel.abort()
      decide(false)
      break
    case 'save':
      decide(true)
      break
    case 'import':
    case 'install':
    case 'take': {
      const end = await (request.ask === 'import' ? importFiles(request.job, means) : request.ask === 'install' ? installStandards(request.job, means) : takePack(request.job, means))
      news.flush()
      say({ say: 'end', end })
    }
  }
}
