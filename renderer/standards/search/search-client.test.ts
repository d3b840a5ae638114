import { describe, expect, it } from 'vitest'
import type { Answer, Query } from '#shared/standards/query.ts'
import type { Reply, Request } from './protocol.ts'
import { createSearchClient, type Port } from './search-client.ts'

const query = (text: string): Query => ({ text, filters: {}, order: 'relevance', day: '2026-11-25' })
const answerTo = (text: string): Answer => ({ total: text.length, facets: { status: [], kind: [], year: [], ics: {}, ccs: {} }, from: 0, hits: [], ms: 0 })

const fakeWorker = () => {
  const asked: Request[] = []
  const port: Port = { onmessage: null, postMessage: (request: Request) => void asked.push(request), terminate: () => undefined }
  const reply = (data: Reply): void => port.onmessage?.({ data } as MessageEvent<Reply>)
  /** Answers the searches that wait, as the worker would. */
  const work = (): string[] =>
    asked.splice(0).flatMap(request => {
      if (request.ask === 'rows') reply({ say: 'rows', id: request.id, hits: [{ number: 'row' } as never] })
      if (request.ask !== 'search') return []
      reply({ say: 'answer', id: request.id, answer: answerTo(request.query.text) })
      return [request.query.text]
    })
  return { port, reply, work, asked }
}

describe('the search client', () => {
  it('lets the newest key win: what it overtook is null, and only the newest is asked', async () => {
    const { port, work } = fakeWorker()
    const client = createSearchClient(port)
    const answers = ['g', 'gb', 'gbt', 'gbt2'].map(text => client.search('tab', query(text), 30))
    expect(work()).toEqual(['g'])
    expect(work()).toEqual(['gbt2'])
    expect((await Promise.all(answers)).map(answer => answer?.total ?? null)).toEqual([null, null, null, 4])
  })

  it('keeps lists apart', async () => {
    const { port, work } = fakeWorker()
    const client = createSearchClient(port)
    const answers = [client.search('tab', query('g'), 30), client.search('palette', query('iso'), 3)]
    work()
    expect((await Promise.all(answers)).map(answer => answer?.total)).toEqual([1, 3])
  })

  it('gives no rows of a list that a newer key has changed', async () => {
    const { port, work } = fakeWorker()
    const client = createSearchClient(port)
    void client.search('tab', query('g'), 30)
    work()
    const kept = client.rows('tab', 30, 30)
    work()
    const overtaken = client.rows('tab', 30, 30)
    void client.search('tab', query('gb'), 30)
    work()
    expect([(await kept).length, (await overtaken).length]).toEqual([1, 0])
  })

  it('follows the state and ends what is open when it is closed', async () => {
    const { port, reply } = fakeWorker()
    const client = createSearchClient(port)
    reply({ say: 'state', state: { phase: 'none' } })
    expect(client.state.value).toEqual({ phase: 'none' })
    const open = [client.search('tab', query('g'), 30), client.search('tab', query('gb'), 30)]
    const rows = client.rows('tab', 0, 1)
    const detail = client.detail('GB 1', '2026-11-25')
    client.close()
    expect(await Promise.all(open)).toEqual([null, null])
    expect([await rows, await detail]).toEqual([[], null])
  })
})
