import { SPELLINGS, type Random } from '#shared/standards/index/random-catalogue.ts'
import { parseNumber } from '#shared/standards/number.ts'
import type { Standard } from '#shared/standards/standard.ts'

/**
 * Queries as a desk types them: 35 % number forms, 35 % Chinese and Japanese of 1 to 6 characters, 10 % mixed, 20 % Latin words;
 * all of them taken from records of the catalogue.
 */
export const lookupQueries = (random: Random, standards: readonly Standard[], count: number): string[] => {
  const cjk = standards.filter(({ titles }) => HAN.test(titles.zh ?? titles.ja ?? ''))
  const latin = standards.filter(({ titles }) => titles.en)
  const numbered = standards.filter(standard => parseNumber(standard.number))
  const number = (): string => random.pick(SPELLINGS)(random.pick(numbered).number)
  const characters = (): string => {
    const { titles } = random.pick(cjk)
    const run = random.pick((titles.zh ?? titles.ja ?? '').match(RUNS) ?? ['品'])
    const from = random.below(run.length)
    return run.slice(from, from + 1 + random.below(6))
  }
  const words = (): string => {
    const all = random.pick(latin).titles.en!.match(/[a-z]{2,}/gi) ?? ['test']
    const from = random.below(all.length)
    return all.slice(from, from + 1 + random.below(2)).join(' ').toLowerCase()
  }
  return Array.from({ length: count }, () => {
    const share = random.below(100)
    return share < 35 ? number() : share < 70 ? characters() : share < 80 ? `${number()} ${random.chance(0.5) ? characters() : words()}` : words()
  })
}

/** What stands in the search box after each key. */
export const keystrokes = (query: string): string[] => Array.from({ length: query.length }, (_, i) => query.slice(0, i + 1))

const HAN = /[\u3040-\u9fff]/
const RUNS = /[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff]+/g
