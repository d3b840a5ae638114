// Functions that run inside the page; each stands alone, for Playwright sends its text.
import type { Reply } from '../../renderer/standards/search/protocol.ts'

declare global {
  interface Window {
    bench: { reopen(): Promise<number>; settled(): Promise<void>; cleared(): Promise<void>; figures(): { worker: number[]; painted: number[] } }
  }
}

/** Watches the search worker's answers and, for each key, the moment when the results stand laid out in the DOM. */
export const observeKeys = (): void => {
  const worker: number[] = []
  const painted: number[] = []
  let key: { at: number; laidOut: number; answered: boolean } | null = null
  let search: Worker | undefined
  let opened: ((ms: number) => void) | undefined
  const layOut = (): void => {
    document.body.getBoundingClientRect()
    if (key) key.laidOut = performance.now()
  }
  const rows = new MutationObserver(layOut)
  const begin = (event: Event): void => {
    const list = document.querySelector('[role="listbox"]')
    if (list) rows.observe(list.parentElement!, { subtree: true, childList: true, characterData: true, attributes: true })
    key = { at: event.timeStamp, laidOut: 0, answered: false }
  }
  addEventListener('keydown', begin, true)
  // Characters that have no key come as input alone.
  addEventListener('beforeinput', event => !key && begin(event), true)

  const watch = (started: Worker): void => {
    search = started
    started.addEventListener('message', (event: MessageEvent<Reply>) => {
      const reply = event.data
      if (reply.say === 'state' && reply.state.phase === 'ready') opened?.(reply.state.ms ?? NaN)
      if (reply.say !== 'answer' || !reply.answer || !key) return
      worker.push(reply.answer.ms)
      const mine = key
      // Behind this message's microtasks, in which the page renders its list.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        if (mine.laidOut === 0) layOut()
        mine.answered = true
      }
      channel.port2.postMessage(0)
    })
  }
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (options?.name === 'search') watch(this)
    }
  }

  window.bench = {
    reopen: () =>
      new Promise(done => {
        opened = done
        search!.postMessage({ ask: 'reopen' })
      }),
    // A key's list is complete when nothing in it has changed for two frames.
    settled: async () => {
      const frame = () => new Promise(requestAnimationFrame)
      while (key && !key.answered) await frame()
      for (let still = key?.laidOut, n = 0; key && n < 2; n++) {
        await frame()
        if (key.laidOut !== still) [still, n] = [key.laidOut, 0]
      }
      if (key) painted.push(key.laidOut - key.at)
      key = null
    },
    // Clearing the field isn't a key: its two lists are waited for, so that they don't count for the first key of what is typed next.
    cleared: async () => {
      await new Promise(done => setTimeout(done, 150))
      key = null
    },
    figures: () => ({ worker, painted }),
  }
}

/** Reads the hot part once as a whole and touches every word of it; milliseconds. */
export const readBare = async (): Promise<number> => {
  const wait = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(new Error('the store refuses')) }))
  const store = await wait(indexedDB.open('pinli'))
  const parts = (await wait(store.transaction('parts').objectStore('parts').getAll())) as { part: string; blob: Blob }[]
  store.close()
  const { blob } = parts.find(({ part }) => part === 'hot')!
  const begun = performance.now()
  const words = new Uint32Array(await blob.arrayBuffer(), 0, blob.size >>> 2)
  let sum = 0
  for (let i = 0; i < words.length; i++) sum ^= words[i]
  return performance.now() - begun + (sum === 1 ? 1e-9 : 0)
}

/** Keeps the chosen files as the active catalogue, as an import does. */
export const storeCatalogue = async (meta: object): Promise<void> => {
  const wait = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(new Error('the store refuses')) }))
  const files = [...document.querySelector<HTMLInputElement>('#bench-files')!.files!]
  const [hot, cold] = await Promise.all(['hot.bin', 'cold.bin'].map(async name => new Blob([await files.find(file => file.name === name)!.arrayBuffer()])))
  const store = await wait(indexedDB.open('pinli'))
  const transaction = store.transaction(['catalogues', 'parts'], 'readwrite')
  const [catalogues, parts] = [transaction.objectStore('catalogues'), transaction.objectStore('parts')]
  catalogues.clear()
  parts.clear()
  parts.put({ catalogue: 'bench', part: 'hot', blob: hot })
  parts.put({ catalogue: 'bench', part: 'cold', blob: cold })
  catalogues.put({ id: 'bench', meta, changes: null })
  await new Promise((done, failed) => Object.assign(transaction, { oncomplete: done, onabort: () => failed(new Error('not stored')) }))
  store.close()
}
