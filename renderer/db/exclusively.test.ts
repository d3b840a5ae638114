import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exclusively, ifFree, whenFree } from './exclusively.ts'

const held = (): { work: () => Promise<string>; end: () => void } => {
  let end = (): void => {}
  const until = new Promise<void>(resolve => { end = resolve })
  return { work: () => until.then(() => 'done'), end }
}

describe('without the browser’s locks', () => {
  beforeEach(() => void vi.stubGlobal('navigator', {}))
  afterEach(() => void vi.unstubAllGlobals())

  it('work of one name runs one after the other, also behind work that failed', async () => {
    const order: string[] = []
    const first = held()
    const runs = [exclusively('a', () => first.work().then(() => order.push('first'))), exclusively('a', () => Promise.reject(new Error('second'))), exclusively('a', () => Promise.resolve(order.push('third'))), exclusively('b', () => Promise.resolve(order.push('other')))]
    await runs[3]
    first.end()
    expect((await Promise.allSettled(runs)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(order).toEqual(['other', 'first', 'third'])
  })

  it('a signal ends the waiting, and who comes later has a turn', async () => {
    const [first, ended] = [held(), new AbortController()]
    const run = exclusively('a', first.work)
    const second = exclusively('a', () => Promise.resolve('never'), ended.signal)
    ended.abort()
    first.end()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect([await run, await exclusively('a', () => Promise.resolve('third'))]).toEqual(['done', 'third'])
  })

  it('what is taken is not waited for, and is free again afterwards', async () => {
    const first = held()
    const run = ifFree('a', first.work, () => 'taken')
    expect(await ifFree('a', () => Promise.resolve('ran'), () => 'taken')).toBe('taken')
    const free = whenFree('a')
    first.end()
    expect(await run).toBe('done')
    await free
    expect(await ifFree('a', () => Promise.resolve('ran'), () => 'taken')).toBe('ran')
  })
})
