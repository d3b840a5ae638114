// For tests alone: catalogues and queries by seed, with few characters and words so that everything meets everything.
import { identify } from '../number.ts'
import { YEAR_BANDS, type Filters, type Order, type Query } from '../query.ts'
import { KINDS, SOURCE_WORDS, STATUSES, type Standard } from '../standard.ts'

export type Random = { below(n: number): number; pick<T>(list: readonly T[]): T; chance(p: number): boolean }

/** Mulberry32. */
export const randomBy = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: list => list[below(list.length)], chance: p => next() < p }
}

const HAN = '纺织品甲醛的测定標準检験第部分鋼铁試验方法'
/** So few that pairs meet without their run: 织品纺织 holds 品纺 and 纺织 and 织品, but not 纺织品. */
const FEW = '纺织品'
const KANA = 'プラスチックの試験方法ー'
const WORDS = ['textile', 'textiles', 'test', 'testing', 'steel', 'Méthode', 'PVC', 'Part', 'ISO', '1', '2', '12', '2912', 'µm']
const GAPS = ['', '', '', ' ', '　', '、', '—', '（', '）', '-', ' - ', ': ']

export const randomTitle = (random: Random): string => {
  let title = ''
  for (let n = 1 + random.below(5); n > 0; n--) title += random.pick([() => letters(random, HAN), () => letters(random, FEW), () => letters(random, KANA), () => ` ${random.pick(WORDS)} `])() + random.pick(GAPS)
  return title.trim() || '品'
}
const letters = (random: Random, from: string): string => Array.from({ length: 1 + random.below(6) }, () => from[random.below(from.length)]).join('')

const NUMBERS = [
  (n: number, y: number) => `GB/T ${n}-${y}`,
  (n: number, y: number) => `GB ${n}.${n % 3 + 1}-${y}`,
  (n: number, y: number) => `FZ/T ${n}.${n % 4}-${y}`,
  (n: number, y: number) => `ISO ${n}:${y}`,
  (n: number, y: number) => `ISO ${n}-C0${n % 7}:${y}`,
  (n: number, y: number) => `ISO ${n}:${y}/Amd ${n % 2 + 1}:${y + 1}`,
  (n: number, y: number) => `ISO/IEC TS ${n}-${n % 3}:${y}`,
  (n: number, y: number) => `IEC ${n}-1:${y}`,
  (n: number, y: number) => `IEC ${n}-1:${y}+AMD1:${y + 1} CSV`,
  (n: number, y: number) => `JIS L ${1000 + n % 9000}:${y}`,
  (n: number, y: number) => `T/ZZB ${n}-${y}`,
  (n: number, y: number) => `DB33/T ${n}-${y}`,
  (n: number, y: number) => `ASTM E${n % 999}/E${n % 999}M-${String(y % 100).padStart(2, '0')}`,
  (n: number) => `OIML R ${n % 200}`,
  (n: number) => `ISO ${n}`,
  (n: number, y: number) => `BS EN ${n}-1:${y}+A1:${y + 1}`,
]

export const randomCatalogue = (random: Random, size: number): Standard[] => {
  const held = new Map<string, Standard>()
  const titles = Array.from({ length: Math.ceil(size / 2) }, () => randomTitle(random))
  while (held.size < size) {
    const identity = identify(random.pick(NUMBERS)(random.pick([1, 12, 29, 2912, random.below(size * 3) + 1]), 1980 + random.below(45)))!
    const { number, key, recognised, year, kind, adopts } = identity
    const other = (): string => random.pick([...held.keys(), number])
    held.set(number, {
      number, key, recognised, year, kind, adopts,
      titles: { ...(random.chance(0.6) && { zh: random.pick(titles) }), ...(random.chance(0.3) && { ja: random.pick(titles) }), ...(random.chance(0.5) && { en: random.pick(titles) }), ...(random.chance(0.1) && { fr: random.pick(titles) }) },
      word: random.chance(0.7) ? random.pick(SOURCE_WORDS) : null,
      ...(random.chance(0.8) && { published: randomDate(random) }),
      ...(random.chance(0.4) && { effective: randomDate(random) }),
      ...(random.chance(0.2) && { withdrawn: randomDate(random) }),
      replaces: random.chance(0.3) ? [{ number: other(), part: random.chance(0.3) }] : [],
      replacedBy: random.chance(0.2) ? [{ number: other(), part: random.chance(0.3) }] : [],
      ics: random.chance(0.7) ? [random.pick(['59.080.30', '59.080', '01.120', '77.140.50']), random.pick(['59.080.01', '25.160.10'])] : [],
      ccs: random.chance(0.5) ? [random.pick(['W04', 'A10', 'H40'])] : [],
      sources: [{ name: 'random', line: held.size + 1 }],
    })
  }
  return [...held.values()]
}

const randomDate = (random: Random): string => {
  const day = `${1985 + random.below(43)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
  return day.slice(0, random.pick([4, 7, 10, 10, 10]))
}

/** A query that some record of the catalogue may answer; its prefixes are keystrokes. */
export const randomText = (random: Random, standards: readonly Standard[]): string => {
  const { number, titles } = random.pick(standards)
  const title = Object.values(titles)[0] ?? '品'
  const from = random.below(title.length)
  const part = title.slice(from, from + 1 + random.below(6))
  const spelled = random.pick(SPELLINGS)(number)
  return random.pick([() => spelled, () => part, () => `${part} ${random.pick(standards).titles.zh?.slice(0, 2) ?? ''}`, () => `${spelled} ${title}`, () => `${part} ${spelled}`, () => random.pick(WORDS).slice(0, 1 + random.below(4)), () => `${random.pick(WORDS)} ${random.pick(WORDS)}`])()
}

/** One number in the ways that people write it. */
export const SPELLINGS: ((number: string) => string)[] = [
  number => number,
  number => number.toLowerCase(),
  number => number.replaceAll(' ', ''),
  number => number.toLowerCase().replace(/[ /]/g, ''),
  number => number.replace(/-(?=\d{4}$)/, '—'),
  number => number.replace(/[-:]/g, '－'),
  number => `  ${number} `,
  number => number.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　'),
  number => number.replace('/T', ''),
  number => number.replace(/^[^\d]*/, ''),
  number => number.replace(/[-:]\d{4}$/, ''),
  number => `《${number}》`,
  number => number.replace(':', '-'),
]

export const randomQuery = (random: Random, text: string): Query => ({ text, filters: random.chance(0.5) ? {} : randomFilters(random), order: random.pick<Order>(['relevance', 'relevance', 'relevance', 'newest', 'number']), day: random.pick(['2026-11-25', '2005-06-30']) })

const randomFilters = (random: Random): Filters => ({
  ...(random.chance(0.4) && { status: [random.pick(STATUSES), random.pick(STATUSES)] }),
  ...(random.chance(0.4) && { kind: [random.pick(KINDS), random.pick(KINDS), random.pick(KINDS)] }),
  ...(random.chance(0.3) && { year: [random.pick(YEAR_BANDS)] }),
  ...(random.chance(0.3) && { ics: [random.pick(['59', '01', '77', '99'])] }),
  ...(random.chance(0.2) && { ccs: [random.pick(['W', 'A'])] }),
})
