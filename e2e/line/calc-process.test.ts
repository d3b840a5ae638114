// The command line as a process of its own: lines in, lines out, its exit code.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { root } from '../root.ts'

test('pinli calc --stdin answers each line in order and ends with 0, problems and all', { timeout: 180_000 }, async () => {
  const child = spawn(process.execPath, ['build/pinli.mjs', 'calc', '--stdin', '--lang', 'en'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  child.stdin.end(
    [
      '{"id": "a1", "fn": "round", "args": {"value": "12.1498", "interval": "0.1"}}',
      '',
      '{"id": "a2", "fn": "compare", "args": {"value": "0.034", "limit": "≤0.03", "direction": "max", "comparison": "rounded", "unit": null}}',
      '{"id": 3, "fn": "decide", "args": {"rule": "guard", "y": "0.2", "U": "0.1", "k": null, "TU": "0.3"}}',
      '{"id": "a4", "fn": "risk", "args": {"s0": 1, "um": 0, "T": 1, "A": 1}}',
      '{"id": "a5", "fn": "budget", "args": {"y": "1.2345", "contributions": [{"type": "B", "distribution": "normal", "U": "0.0996", "k": "2", "c": null}]}}',
      '{"id": "a6", "fn": "round", "args": {"value": "1", "interval": "-1"}}',
      'no JSON',
    ].join('\n'),
  )
  const lines = (await text(child.stdout)).trimEnd().split('\n').map(line => JSON.parse(line) as unknown)
  expect(lines).toMatchObject([
    { id: 'a1', ok: true, value: '12.1' },
    { id: 'a2', ok: true, value: 'pass' },
    { id: 3, ok: true, value: { verdict: 'pass', w: '0.1', AL: { low: null, high: '0.2' } } },
    { id: 'a4', ok: true, value: { pfa: 0, pfr: 0 } },
    { id: 'a5', ok: true, value: { k: 2, report: { value: '1.23', U: '0.10' } } },
    { id: 'a6', ok: false, problem: { code: 'bad-interval', path: 'args.interval', message: 'An interval of -1 can\'t be rounded to; it has to be above 0, such as 0.1, 0.5 or 20.' } },
    { id: null, ok: false, problem: { code: 'bad-json' } },
  ])
  expect(await ended).toBe(0)
})
