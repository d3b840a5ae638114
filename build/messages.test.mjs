// Labels of the interface: both languages have the same keys, every key in use exists, and no page writes Chinese past them.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from './paths.mjs'
import { commands } from '#shared/commands.ts'
import { asKept, PAIRS } from '../renderer/shell/plain/not-kept.ts'
import { uiMessages } from '../renderer/ui/messages.ts'
import { zh as listsZh } from '../renderer/lists/messages/zh.ts'
import { en as listsEn } from '../renderer/lists/messages/en.ts'
import { shellMessages } from '../renderer/shell/messages/messages.ts'
import { zh as standardsZh } from '../renderer/standards/messages/zh.ts'
import { en as standardsEn } from '../renderer/standards/messages/en.ts'
import { zh as importZh } from '../renderer/standards/import/messages/zh.ts'
import { en as importEn } from '../renderer/standards/import/messages/en.ts'
import { zh as ownZh } from '../renderer/standards/own/messages/zh.ts'
import { en as ownEn } from '../renderer/standards/own/messages/en.ts'
import { zh as bookingsZh } from '../renderer/bookings/messages/zh.ts'
import { en as bookingsEn } from '../renderer/bookings/messages/en.ts'
import { zh as companiesZh } from '../renderer/companies/messages/zh.ts'
import { en as companiesEn } from '../renderer/companies/messages/en.ts'
import { zh as labsZh } from '../renderer/labs/messages/zh.ts'
import { en as labsEn } from '../renderer/labs/messages/en.ts'
import { zh as instrumentsZh } from '../renderer/instruments/messages/zh.ts'
import { en as instrumentsEn } from '../renderer/instruments/messages/en.ts'
import { zh as benchmarksZh } from '../renderer/benchmarks/messages/zh.ts'
import { en as benchmarksEn } from '../renderer/benchmarks/messages/en.ts'

const zh = { ...uiMessages.zh, ...shellMessages.zh, lists: listsZh, standards: standardsZh, import: importZh, own: ownZh, bookings: bookingsZh, labs: labsZh, instruments: instrumentsZh, benchmarks: benchmarksZh, companies: companiesZh }
const en = { ...uiMessages.en, ...shellMessages.en, lists: listsEn, standards: standardsEn, import: importEn, own: ownEn, bookings: bookingsEn, labs: labsEn, instruments: instrumentsEn, benchmarks: benchmarksEn, companies: companiesEn }

/** Chinese that stands in a template for its own sake: what to type, never a label. */
const shownAsIs = { 'shell/first/FirstReady.vue': ['甲醛'] }

const keysOf = (tree, path = '') => Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [path + name] : keysOf(value, `${path}${name}.`)))
const valuesOf = tree => Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : valuesOf(value)))
const placesOf = text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const at = (tree, key) => key.split('.').reduce((node, name) => node?.[name], tree)

const files = readdirSync(inRoot('renderer'), { recursive: true }).map(String).map(file => file.replaceAll('\\', '/')).filter(file => /\.(?:vue|ts)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('messages'))
const source = Object.fromEntries(files.map(file => [file, readFileSync(inRoot('renderer', file), 'utf8')]))
const keys = keysOf(zh)
const namespaces = Object.keys(zh).join('|')

describe('messages', () => {
  it('have the same keys in both languages', () => expect(keysOf(en).sort()).toEqual([...keys].sort()))

  it('fill in the same facts in both languages', () => {
    for (const key of keys) expect([key, placesOf(at(en, key))]).toEqual([key, placesOf(at(zh, key))])
  })

  it('are never empty and hold nothing that the formatter would read otherwise', () => {
    for (const text of [...valuesOf(zh), ...valuesOf(en)]) expect(text).toMatch(/^[^@|]+$/)
  })

  it('claim to keep nothing on a page that keeps nothing, by words that are in use', () => {
    for (const [locale, messages, claim] of [['zh', zh, /(?<!记)[存入]在?本机|都在本机/], ['en', en, /(?:saved|kept) (?:on this computer(?! alone)|here)/i]]) {
      expect(PAIRS[locale].map(([from]) => from).filter(from => !valuesOf(messages).some(text => text.includes(from)))).toEqual([])
      // The first start and the locked page are never seen there; people and backups speak of another keeping.
      const shown = Object.entries(asKept(messages, locale, false)).filter(([part]) => !['first', 'lock', 'users', 'backup'].includes(part))
      expect(valuesOf(Object.fromEntries(shown)).filter(text => claim.test(text))).toEqual([])
    }
  })

  it('name every command, and every field that two people may have written', () => {
    const patches = Object.values(commands).map(({ args }) => args.shape.fields?.shape ?? {})
    const wanted = [...Object.keys(commands).map(name => `sync.did.${name}`), ...patches.flatMap(fields => Object.keys(fields)).map(field => `sync.field.${field}`)]
    expect(wanted.filter(key => typeof at(zh, key) !== 'string')).toEqual([])
  })

  it.each(files)('%s uses keys that exist', file => {
    const used = [...source[file].matchAll(new RegExp(`'((?:${namespaces})(?:\\.\\w+)+)'`, 'g'))].map(([, key]) => key)
    expect(used.filter(key => !(key in commands) && typeof at(zh, key) !== 'string')).toEqual([])
    for (const [, pattern] of source[file].matchAll(/\bt\(`((?:[^`$]|\$\{[^}]*\})+)`/g)) {
      if (pattern.startsWith('${')) continue
      const like = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`)
      expect([pattern, keys.some(key => like.test(key))]).toEqual([pattern, true])
    }
  })
})

describe('templates', () => {
  it.each(files.filter(file => file.endsWith('.vue')))('%s writes no Chinese of its own', file => {
    const template = /<template>([\s\S]*)<\/template>/.exec(source[file])?.[1] ?? ''
    const found = template.replace(/<!--[\s\S]*?-->/g, '').match(/[\p{Script=Han}]+/gu) ?? []
    expect(found.filter(text => !shownAsIs[file]?.includes(text))).toEqual([])
  })
})
