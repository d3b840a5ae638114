import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ok } from '#shared/lib/result.ts'
import { type AnswerOf, answerLines } from './json-lines.ts'
import type { Locale } from '#shared/words/locale.ts'

const echo: AnswerOf = ({ fn, args }) => ok({ fn, args })

const run = async (chunks: (string | Uint8Array)[], lang: Locale = 'en', answerOf = echo): Promise<Record<string, unknown>[]> => {
  let out = ''
  const output = new Writable({ highWaterMark: 10, write: (chunk, _, done) => ((out += String(chunk)), setImmediate(done)) })
  async function* input(): AsyncGenerator<string | Uint8Array> {
    await Promise.resolve()
    yield* chunks
  }
  expect(await answerLines(input(), answerOf, lang, output)).toBe(0)
  return out.split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>)
}
const one = async (line: string, lang: Locale = 'en') => (await run([line], lang))[0]

describe('lines of JSON', () => {
  it('are answered one by one, in their order, blank ones skipped', async () => {
    expect(await run(['\uFEFF{"id":"a","fn":"f","args":{"x":1}}\r\n\n  \n{"id":2', ',"args":[null]}\n{"id":"c"}'])).toEqual([
      { id: 'a', ok: true, value: { fn: 'f', args: { x: 1 } } }, { id: 2, ok: true, value: { args: [null] } }, { id: 'c', ok: true, value: {} },
    ])
    const slowFirst: AnswerOf = async ({ id }) => {
      await new Promise(done => setTimeout(done, id === '0' ? 20 : 0))
      return ok(id)
    }
    expect((await run([Array.from({ length: 50 }, (_, i) => `{"id":"${i}"}`).join('\n')], 'en', slowFirst)).map(({ value }) => value)).toEqual(Array.from({ length: 50 }, (_, i) => String(i)))
  })

  it('may be cut inside a character and hold any line break but a line feed', async () => {
    const bytes = new TextEncoder().encode('{"id":"甲\u2028乙"}\n{"id":"b"}\n')
    expect((await run([bytes.slice(0, 8), bytes.slice(8)])).map(({ id }) => id)).toEqual(['甲\u2028乙', 'b'])
  })

  it('count null as absent, in the arguments too', async () =>
    expect(await one('{"id":"a","fn":null,"args":{"x":null,"y":{"z":null,"k":[1,null]}}}')).toEqual({ id: 'a', ok: true, value: { args: { y: { k: [1, null] } } } }))

  it('in another encoding are bad-json, not guessed', async () =>
    expect(await run([Uint8Array.of(...new TextEncoder().encode('{"id":"'), 0xbc, 0xd7, ...new TextEncoder().encode('"}\n{"id":"b\\ufffd"}'))])).toMatchObject([{ id: null, problem: { code: 'bad-json' } }, { id: 'b\ufffd', ok: true }]))

  it.each(['{"id":"a"', '[]', 'null', '"a"', '7', 'x', '{"id":"a"}{"id":"b"}'])('%s is bad-json', async line =>
    expect(await one(line)).toEqual({ id: null, ok: false, problem: { code: 'bad-json', message: 'This line is no JSON object in UTF-8. Write one whole {…} a line.' } }))

  it.each([
    ['{"fn":"f"}', null, 'id', 'id is missing; add it.', '缺少 id，请补上。'],
    ['{"id":{}}', null, 'id', 'id is wrong; it has to be a text or a number.', 'id 不对，应为文本或数。'],
    ['{"id":"a","fn":1}', 'a', 'fn', 'fn is wrong; it has to be a text.', 'fn 不对，应为文本。'],
    ['{"id":"a","arg":{}}', 'a', 'arg', 'arg is not known. Check its spelling or leave it out.', '不认识 arg。请核对拼写，或去掉它。'],
  ])('%s is bad-arguments', async (line, id, path, en, zh) => {
    expect(await one(line)).toEqual({ id, ok: false, problem: { code: 'bad-arguments', message: en, path } })
    expect(await one(line, 'zh')).toMatchObject({ problem: { message: zh } })
  })
})
