import { expect, test } from 'vitest'
import { hostsInLock } from './check-lock.mjs'

test('the lock file names no registry', () => expect(hostsInLock()).toEqual([]))
test('an address would be seen', () => expect(hostsInLock('  "resolved": "https://registry.example/x.tgz",\n')).toHaveLength(1))
