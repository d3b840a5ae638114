// What is wrong with arguments that came from outside, told from a schema's first complaint.
import { z } from 'zod'

z.config({ jitless: true })

/**
 * `path` as `args.tests[0].minutes`. `expected` says what belongs there: zod's name of a type, a bound such as `>= 1`, or the message
 * that a schema gives to a rule of its own; `shared/words/json-lines.ts` has the words.
 */
export type BadArguments = { code: 'bad-arguments'; path: string; fault: 'missing' | 'unknown' | 'wrong'; expected: string | null }

/** `input` is what was checked, `at` the path under which it came. */
export const badArguments = (error: z.ZodError, input: unknown, at = ''): BadArguments => {
  const [issue] = error.issues
  const path = [...(at === '' ? [] : [at]), ...issue.path]
  if (issue.code === 'unrecognized_keys') return { code: 'bad-arguments', path: z.core.toDotPath([...path, issue.keys[0]]), fault: 'unknown', expected: null }
  const fault = valueAt(input, issue.path) === undefined ? 'missing' : 'wrong'
  return { code: 'bad-arguments', path: z.core.toDotPath(path), fault, expected: fault === 'missing' ? null : expectedBy(issue) }
}

const expectedBy = (issue: z.core.$ZodIssue): string | null => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? 'not-empty' : `${issue.inclusive ? '>=' : '>'} ${issue.minimum}`
    case 'too_big':
      return `${issue.inclusive ? '<=' : '<'} ${issue.maximum}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters' : ''}`
    case 'invalid_value':
      return issue.values.map(value => JSON.stringify(value)).join(' | ')
    case 'invalid_format':
    case 'invalid_union':
    case 'custom':
      return issue.message
    default:
      return null
  }
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), input)
