import { lookAt } from '#shared/readers/look.ts'
import { importCatalogue } from '#shared/standards/import/run.ts'
import { activateCatalogue } from '../../db/catalogue.ts'
import { heldCatalogue } from './held-catalogue.ts'
import { importFiles, installStandards, takePack, type Means } from './import-job.ts'
import { lookAtPack } from './look-at-pack.ts'
import { newsStream } from './news.ts'
import type { Reply, Request } from './protocol.ts'

/** The worker's side: looks at files, reads them, builds the catalogue and makes it the active one. For one run or for looks. */
export const createImportHost = (say: (reply: Reply) => void): ((request: Request) => Promise<void>) => {
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

  return async request => {
    switch (request.ask) {
      case 'look':
        return say({ say: 'look', id: request.id, found: await lookAt(request.file) })
      case 'look-pack':
        return say({ say: 'pack', found: await lookAtPack(request.file) })
      case 'cancel':
        cancel.abort()
        return decide(false)
      case 'save':
        return decide(true)
      case 'import':
      case 'install':
      case 'take': {
        const end = await (request.ask === 'import' ? importFiles(request.job, means) : request.ask === 'install' ? installStandards(request.job, means) : takePack(request.job, means))
        news.flush()
        return say({ say: 'end', end })
      }
    }
  }
}
