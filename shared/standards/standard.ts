import type { LooseDate } from '#shared/lib/dates.ts'

/** One edition of a standard, as the catalogue holds it. Its identity is `number`. */
export type Standard = {
  /** Canonical form with year, amendment and variant, ASCII dash: `GB/T 2912.1-2009`. */
  number: string
  /** The number without year: `GB 2912.1`. Editions of one standard share it. */
  key: string
  /** False: the grammar doesn't know the number (编号未识别); `number` is then the normalised text. */
  recognised: boolean
  year: number | null
  kind: Kind
  titles: { [language in Language]?: string }
  /** Remarks that a source wrote into the title, such as 停止下载文本. */
  remarks?: string[]
  /** What the source says of the status, and the word it prints; null = it says nothing. */
  word: SourceWord | null
  printed?: string
  published?: LooseDate
  effective?: LooseDate
  withdrawn?: LooseDate
  confirmed?: LooseDate
  replaces: Reference[]
  replacedBy: Reference[]
  adopts: Adoption[]
  /** ICS codes, zeros restored: `01.120`. */
  ics: string[]
  /** CCS codes, upper case, no space: `W04`. */
  ccs: string[]
  committee?: string
  edition?: string
  category?: string
  industry?: string
  note?: string
  url?: string
  /** Where the row was read: the order in which files were given. */
  sources: Source[]
  /** Fields in which later sources disagreed with what is held. */
  differs?: Difference[]
}

export type Language = 'zh' | 'en' | 'ja' | 'fr'

/** Canonical number of the other standard; `part` = only parts of it are replaced. */
export type Reference = { number: string; part: boolean }

export type Degree = 'IDT' | 'MOD' | 'NEQ' | 'EQV'
export type Adoption = { number: string; degree: Degree | null }

/** `name` of the source or file, `where` as address, `seen` = the words that show the fact. */
export type Source = { name: string; where?: string; seen?: string; line?: number }

export type Difference = { field: string; source: string; value: string }

/** Order is the order of display; a segment stores the position. */
export const KINDS = ['gb', 'gbt', 'gbz', 'metrology', 'sector', 'local', 'group', 'enterprise', 'iso', 'iec', 'regional', 'jis', 'astm', 'oiml', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** Words of sources, brought to the six that differ for us; decisions.md "Standards". */
export const SOURCE_WORDS = ['draft', 'upcoming', 'current', 'partly', 'replaced', 'withdrawn'] as const
export type SourceWord = (typeof SOURCE_WORDS)[number]

/** 制定中 即将实施 现行 部分有效 被代替 废止 状态不详; a segment stores the position. */
export const STATUSES = ['draft', 'upcoming', 'current', 'partly', 'replaced', 'withdrawn', 'unknown'] as const
export type Status = (typeof STATUSES)[number]
