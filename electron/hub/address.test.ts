import { expect, test } from 'vitest'
import { hubAddress, isLoopback } from './address.ts'

test.each([
  ['192.0.2.10', 'https://192.0.2.10:8443'],
  [' hub.local:9000/ ', 'https://hub.local:9000'],
  ['https://Hub.Local', 'https://hub.local:8443'],
  ['hub.local:443', 'https://hub.local:443'],
  ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ['http://hub.local', null],
  ['', null],
  ['a b', null],
  ['user@hub', null],
  ['hub/path', null],
  ['hub:99999', null],
])('%j is %j', (written, address) => expect(hubAddress(written)).toBe(address))

test.each([
  ['127.0.0.1:8443', true],
  ['localhost', true],
  ['[::1]', true],
  ['127.0.0.1.example.org', false],
  ['192.0.2.10', false],
])('%s is this computer: %s', (written, own) => expect(isLoopback(hubAddress(written)!)).toBe(own))
