import { expect, test } from 'vitest'
import { hostOfLink, isListedLink } from './links.ts'

test.each([
  'https://std.samr.gov.cn/gb/search/gbDetailed?id=71F772D8055ED3A7E05397BE0A0AB82A',
  'https://www.iso.org',
  'https://WWW.ISO.ORG/standard/1.html#top',
])('opens %s', url => expect(isListedLink(url)).toBe(true))

test.each([
  'http://www.iso.org/',
  'https://www.iso.org.example.com/',
  'https://www.iso.org@example.com/',
  'https://example.com/https://www.iso.org/',
  'https://www.iso.org:8443/',
  'https://www.iso.org\\@example.com/',
  'https:/www.iso.org/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  ' https://www.iso.org/',
  'https://www.iso.org/a b',
  '',
])('refuses %s', url => expect(isListedLink(url)).toBe(false))

test('names the host for the page that shows where a link leads', () => {
  expect(hostOfLink('https://www.oiml.org/en/files/pdf_r/r076-1-e06.pdf')).toBe('www.oiml.org')
  expect(hostOfLink('www.oiml.org')).toBeNull()
})
