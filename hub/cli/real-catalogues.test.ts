// Rules on real catalogues, where the folder with them lies beside the repository; otherwise these tests are skipped.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '#shared/lib/dates.ts'
import { CCS_NAMES, ICS_NAMES } from '#shared/standards/classification-names.ts'
import { editionLine, type LineRow } from '#shared/standards/editions.ts'
import { mergeStandard } from '#shared/standards/merge.ts'
import { identify, parseNumber } from '#shared/standards/number.ts'
import { resolveRelations } from '#shared/standards/relations.ts'
import { sourceWord } from '#shared/standards/source-word.ts'
import { STATUSES, type Standard } from '#shared/standards/standard.ts'
import { deriveStatus, NONE, statusOn } from '#shared/standards/status.ts'

const DATA = resolve(import.meta.dirname, '../../../shared/data')
const here = existsSync(resolve(DATA, 'iso.ndjson.gz'))
type Row = { number: string; titleZh?: string; titleEn?: string; titleJa?: string; status?: string; statusZh?: string; published?: string; effective?: string; withdrawn?: string; replaces?: string[]; replacesPartly?: string[]; replacedBy?: string[] }
const read = <T = Row>(name: string): T[] => gunzipSync(readFileSync(resolve(DATA, `${name}.ndjson.gz`))).toString().trim().split('\n').map(line => JSON.parse(line) as T)

describe.skipIf(!here)('numbers', () => {
  it.each([['iso', 0.99], ['iec', 0.99], ['jis', 0.988], ['gb', 1]])('%s: at least %f are known, and each canonical form leads back', (name, share) => {
    const numbers = read(name).map(row => row.number)
    const parsed = numbers.map(parseNumber).filter(p => p !== null)
    expect(parsed.length / numbers.length).toBeGreaterThanOrEqual(share)
    const strayed = parsed.filter(({ canonical, key }) => {
      const again = parseNumber(canonical)
      return again?.canonical !== canonical || again.key !== key
    })
    expect(strayed).toEqual([])
  })

  it('no catalogue has a row without a usable number, and none is mended', () => {
    for (const name of ['iso', 'iec', 'jis', 'oiml', 'gb']) expect(read(name).filter(({ number }) => identify(number)?.mended !== false).map(row => row.number), name).toEqual([])
  })
})

describe.skipIf(!here)('classification', () => {
  it('our names are those of the lists', () => {
    const ics = new Map(read<{ code: string; zh?: string; en?: string }>('ics').map(row => [row.code, row]))
    const ccs = new Map(read<{ code: string; zh?: string }>('ccs').map(row => [row.code, row]))
    for (const [code, { zh, en }] of Object.entries(ICS_NAMES)) expect([zh, en], code).toEqual([ics.get(code)?.zh, ics.get(code)?.en])
    for (const [code, { zh }] of Object.entries(CCS_NAMES)) expect(zh, code).toBe(ccs.get(code)?.zh)
  })
})

describe.skipIf(!here)('relations of 110,000 rows', () => {
  const rows = here ? gather() : []
  const relations = resolveRelations(rows)
  const today = dayNumber('2026-11-24')
  const catalogue = dayNumber('2026-11-20')

  it('nothing replaces itself or both ways, and both directions agree', () => {
    let references = 0
    for (const [row, { number }] of rows.entries()) {
      for (const { number: other, part } of relations.replacedBy(row)) {
        references++
        const at = relations.position(other)
        if (at < 0) continue
        if (other === number || relations.replacedBy(at).some(back => back.number === number)) throw new Error(`${number} and ${other} replace each other`)
        if (!relations.replaces(at).some(back => back.number === number && back.part === part)) throw new Error(`${other} does not know that it replaces ${number}`)
      }
    }
    expect(references).toBeGreaterThan(25_000)
  })

  it('no line of editions repeats; the longest chain by references has 11', () => {
    const get = (number: string): LineRow | null => {
      const row = relations.position(number)
      return row < 0 ? null : { number, key: rows[row].key, year: rows[row].year, replaces: relations.replaces(row), replacedBy: relations.replacedBy(row) }
    }
    let longest = 0
    for (const { number } of rows) {
      const line = editionLine(number, get)
      if (new Set(line).size !== line.length || !line.includes(number)) throw new Error(`${number}: ${line.join(', ')}`)
      longest = Math.max(longest, line.length)
    }
    expect(longest).toBe(11)
  })

  it('statuses follow the rules on three days', () => {
    for (const day of [today, dayNumber('2010-06-15'), dayNumber('2030-01-01')]) {
      const counts = new Array<number>(STATUSES.length).fill(0)
      for (const [row, { word }] of rows.entries()) {
        const facts = relations.facts(row)
        const status = statusOn(facts, day, catalogue)
        counts[status]++
        if (word !== 'draft' && facts.fullSuccessor !== NONE && facts.fullSuccessor <= day && STATUSES[status] !== 'replaced') throw new Error(`${rows[row].number} has a successor in force`)
        if (word === 'draft' && STATUSES[status] !== 'draft') throw new Error(`${rows[row].number} is a draft`)
        if (row % 50 === 0) expect(deriveStatus(facts, day, catalogue).status).toBe(STATUSES[status])
      }
      expect(counts[STATUSES.indexOf('current')]).toBeGreaterThan(20_000)
      expect(counts[STATUSES.indexOf('replaced')]).toBeGreaterThan(10_000)
    }
  })

  it('today hardly any status is unknown', () => {
    expect(rows.filter((_, row) => STATUSES[statusOn(relations.facts(row), today, catalogue)] === 'unknown').length).toBeLessThan(50)
  })
})

function gather(): Standard[] {
  const held = new Map<string, Standard>()
  for (const name of ['iso', 'iec', 'jis', 'oiml', 'gb']) {
    for (const row of read(name)) {
      const standard = standardOf(row, name)
      const known = held.get(standard.number)
      held.set(standard.number, known ? mergeStandard(known, standard) : standard)
    }
  }
  return [...held.values()]
}

function standardOf(row: Row, source: string): Standard {
  const { number, key, recognised, year, kind, adopts } = identify(row.number)!
  const canonical = (text: string): string => identify(text)!.number
  const parts = new Set((row.replacesPartly ?? []).map(canonical))
  const { titleZh: zh, titleEn: en, titleJa: ja, published, effective, withdrawn } = row
  return {
    number, key, recognised, year, kind, adopts,
    titles: { ...(zh && { zh }), ...(en && { en }), ...(ja && { ja }) },
    word: sourceWord(row.statusZh ?? row.status ?? '') ?? null,
    ...(published && { published }), ...(effective && { effective }), ...(withdrawn && { withdrawn }),
    replaces: (row.replaces ?? []).map(canonical).map(other => ({ number: other, part: parts.has(other) })),
    replacedBy: (row.replacedBy ?? []).map(canonical).map(other => ({ number: other, part: false })),
    ics: [], ccs: [],
    sources: [{ name: source }],
  }
}
