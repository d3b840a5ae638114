// Indicator sets in their editions, benchmarks of a company's product against them, and what is done about the gaps.
import type { CompanyTables } from '#shared/companies/company.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { FieldConflict } from '#shared/sync/field-patch.ts'

/** What a value is held against: the clause of a standard, a better class (标杆, 领跑者), the company's own target. */
export const REFERENCE_KINDS = ['national', 'sector', 'local', 'group', 'international', 'foreign', 'forerunner', 'target'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

export type Reference = {
  id: string
  kind: ReferenceKind
  /** Canonical number with its year; null = no standard (a target). */
  number: string | null
  /** Class, grade or clause, as printed: `B 类`, `表 2`. */
  clause: string | null
  /** What the column is called where no standard names it. */
  name: string | null
  /** A newer edition that somebody has looked at and left: this one goes on counting, and says so. */
  left: string | null
}

export const DIRECTIONS = ['max', 'min', 'range', 'target', 'text'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** 基本 by law, not graded; 核心 graded; 创新 beyond the standard. */
export const INDICATOR_KINDS = ['basic', 'core', 'innovation'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** Keeps its id from edition to edition, so that a value is compared with what came of its limit. */
export type Indicator = {
  id: string
  name: string
  nameEn: string | null
  /** As printed; '' = none. */
  unit: string
  /** Standard of the method, as printed; null = 方法待选. */
  method: string | null
  direction: Direction
  kind: IndicatorKind
}

/** `text` as printed. `method`: where the reference measures by another; null = the indicator's. `rule`: guard = a guard band of U. */
export type Limit = { text: string; clause: string | null; method: string | null; comparison: 'full' | 'rounded'; rule: 'simple' | 'guard' }

export type SetState = 'draft' | 'used' | 'ended'

/** One edition of a set: a draft is edited, then published and from then on never changed. */
export type IndicatorSet = {
  id: string
  complex: string
  /** All editions of one set have it in common: the id of the first. */
  family: string
  /** From 1; given by the command. */
  edition: number
  /** The edition of which it was made; null = the first. */
  base: string | null
  name: string
  /** Where the figures come from, as addresses and words; null = told by whoever entered it. */
  source: string | null
  /** Put in by the starter. */
  example: boolean
  state: SetState
  references: Reference[]
  indicators: Indicator[]
  /** Key of `limitKey`. Without one the reference has no such item. */
  limits: { [key: string]: Limit }
  by: string
  draftedAt: number
  publishedAt: number | null
}

export const limitKey = (indicator: string, reference: string): string => `${indicator}/${reference}`

/** `text` as typed, digits as reported; so `U` (k beside it). Null fields: those of the indicator, or not told. */
export type OwnValue = {
  text: string
  unit: string | null
  U: string | null
  k: string
  method: string | null
  report: { number: string; lab: string | null; day: IsoDay | null } | null
}

/** 对标 with the standards, or 国际比对 of a consumer product (P41). */
export const BENCHMARK_KINDS = ['standards', 'international'] as const
export type BenchmarkKind = (typeof BENCHMARK_KINDS)[number]

/** Inputs alone: verdicts are derived from them and from the edition that it names. */
export type Benchmark = {
  id: string
  complex: string
  company: string
  product: string
  kind: BenchmarkKind
  /** The edition of an indicator set. */
  set: string
  /** The reference that the verdict of a row speaks of; null = the first. */
  aim: string | null
  /** Indicator -> value. */
  values: { [indicator: string]: OwnValue }
  /** The run before, which this one is compared with. */
  before: string | null
  ended: boolean
  by: string
  at: number
}

export const ACTION_STATES = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** What is done about one gap: who, by when, by which test or standard. */
export type GapAction = {
  id: string
  complex: string
  company: string
  benchmark: string
  indicator: string
  /** Null: about the indicator as such. */
  reference: string | null
  what: string
  who: string | null
  due: IsoDay | null
  /** A test to be booked or a standard to be followed, in words. */
  means: string | null
  state: ActionState
  note: string | null
  by: string
  at: number
}

export type BenchmarkTables = { indicator_sets: IndicatorSet; benchmarks: Benchmark; gap_actions: GapAction; field_conflicts: FieldConflict } & CompanyTables
