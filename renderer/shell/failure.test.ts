// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { failureOf } from './failure.ts'

const thrown = (message: string) => Object.assign(new TypeError(message), { stack: `TypeError: ${message}\n    at look (app://pinli/assets/a.js:1:2)\n    at run (app://pinli/assets/a.js:3:4)` })

it('keeps where it failed and drops the message, which may hold what a person typed', () => {
  const failure = failureOf(thrown('张三 13800000000'), '2026-11-24T06:06:00Z')
  expect(JSON.stringify(failure)).not.toMatch(/张三|138/)
  expect(failure).toMatchObject({ name: 'TypeError', stack: ['at look (app://pinli/assets/a.js:1:2)', 'at run (app://pinli/assets/a.js:3:4)'] })
})

it('gives one place one code, whatever was typed', () => {
  expect(failureOf(thrown('a')).code).toBe(failureOf(thrown('b')).code)
  expect(failureOf(thrown('a')).code).toMatch(/^UI-[0-9A-F]{4}$/)
})

it('copes with what isn’t an error', () => expect(failureOf('text')).toMatchObject({ name: 'string', stack: [] }))
