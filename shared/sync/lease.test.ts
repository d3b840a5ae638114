import { expect, test } from 'vitest'
import { isLeaseOver, LEASE_MS } from './lease.ts'

test.each([
  [null, 0, false], [1000, 1000 + LEASE_MS, false], [1000, 1001 + LEASE_MS, true], [1000, 0, false],
])('in step at %s, now %i: over %s', (agreedAt, now, over) => expect(isLeaseOver(agreedAt, now)).toBe(over))
