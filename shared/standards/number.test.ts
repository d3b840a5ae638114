import { describe, expect, it } from 'vitest'
import { parseNumber } from './number.ts'
import cases from './number-cases.json' with { type: 'json' }

describe('numbers', () => {
  it.each(cases as { input: string; expect: Record<string, unknown> | null }[])('$input', ({ input, expect: expected }) => {
    const parsed = parseNumber(input)
    if (expected === null) expect(parsed).toBeNull()
    else expect(parsed).toMatchObject(expected)
  })
})
