/** What is inside the app: name, version, licence, as each package states them (a test compares). */
export const licences: readonly (readonly [name: string, version: string, licence: string])[] = [
  ['electron', '45.4.1', 'MIT'],
  ['vue', '3.5.45', 'MIT'],
  ['vue-router', '5.5.1', 'MIT'],
  ['vue-i18n', '11.4.18', 'MIT'],
  ['pinia', '4.1.0', 'MIT'],
  ['dexie', '4.4.7', 'Apache-2.0'],
  ['fake-indexeddb', '6.2.8', 'Apache-2.0'],
  ['@noble/ciphers', '2.4.0', 'MIT'],
  ['@noble/curves', '2.4.0', 'MIT'],
  ['@noble/hashes', '2.4.0', 'MIT'],
  ['ical.js', '2.2.1', 'MPL-2.0'],
  ['zod', '4.6.7', 'MIT'],
  ['uqr', '0.1.3', 'MIT'],
  ['opencc-js', '1.4.2', 'MIT AND Apache-2.0'],
]
