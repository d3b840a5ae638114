import type { Degree } from './standard.ts'

/** A number taken apart. Every field is always there, so that millions of them have one shape. */
export type ParsedNumber = {
  scope: Scope
  /** `GB`, `FZ`, `DB3306`, `T/ZZB`, `Q/ZJSX`, `JJF(纺织)`, `ISO/IEC`, `BS EN`, `ASTM`. */
  prefix: string
  /** null where the family knows no such difference: group, enterprise, metrology, abroad. */
  mandate: Mandate | null
  /** Deliverable of an international body, upper case: `TS`, `TR`, `PAS`, `GUIDE`, `R`, `ISP`. */
  type: string | null
  /** Of a draft: `CD`, `DIS`, `FDIS`, `DTS`, `prEN`; `iteration` is the 2 of `ISO/CD 10993-1.2`. */
  stage: string | null
  iteration: number | null
  /** With its parts: `2912.1`, `60335-2-23`, `E8/E8M`, `L 1096`. */
  number: string
  year: number | null
  /** `ISO 10303-1473:2018-11`. */
  month: number | null
  /** ASTM, a further revision within the year: the `a` of `-05a`. */
  revision: string | null
  reapproved: number | null
  /** All that amends it, in canonical form without a first slash: `XG1-2017`, `Amd 1:1997/Cor 1:1999`, `+AMD1:2015`, ` CMV/Cor 1:2021`. */
  amendment: string | null
  /** `CSV`, `RLV`, a language `(E)`, `2018年版`, ASTM's `e1`; belongs to the identity. */
  variant: string | null
  /** The international standard that it adopts; not part of the canonical number. */
  counterpart: string | null
  degree: Degree | null
  allParts: boolean
  canonical: string
  key: string
}
export type Scope = 'national' | 'sector' | 'local' | 'group' | 'enterprise' | 'international' | 'regional' | 'foreign'
export type Mandate = 'mandatory' | 'recommended' | 'guide'

/** The parts that a number is told by; canonical and key follow from them. */
export type Parts = Pick<ParsedNumber, 'scope' | 'prefix' | 'number'> & Partial<Omit<ParsedNumber, 'canonical' | 'key'>>

export const assemble = (parts: Parts): ParsedNumber => {
  const parsed: ParsedNumber = {
    scope: parts.scope,
    prefix: parts.prefix,
    mandate: parts.mandate ?? null,
    type: parts.type ?? null,
    stage: parts.stage ?? null,
    iteration: parts.iteration ?? null,
    number: parts.number,
    year: parts.year ?? null,
    month: parts.month ?? null,
    revision: parts.revision ?? null,
    reapproved: parts.reapproved ?? null,
    amendment: parts.amendment ?? null,
    variant: parts.variant ?? null,
    counterpart: parts.counterpart ?? null,
    degree: parts.degree ?? null,
    allParts: parts.allParts ?? false,
    canonical: '',
    key: '',
  }
  parsed.canonical = canonicalOf(parsed)
  parsed.key = keyOf(parsed)
  return parsed
}

/** Writes all that is known, so that parsing it gives the same fields: `GB/T 4208-2017(IEC 60529:2013, IDT)`. */
export const formatNumber = (p: ParsedNumber): string => {
  const chinese = isChinese(p.scope)
  const parts = p.allParts ? (chinese ? '(所有部分)' : ' (all parts)') : ''
  const adopted = p.counterpart === null ? '' : p.degree === null ? `(${p.counterpart})` : `(${p.counterpart}, ${p.degree})`
  return canonicalOf(p) + parts + adopted
}

/** The identity: ASCII, with year, amendment and variant. */
const canonicalOf = (p: ParsedNumber): string => {
  if (p.prefix === 'ASTM') return astm(p)
  if (isChinese(p.scope)) {
    const year = p.year === null ? '' : `-${p.year}`
    return `${p.prefix}${MANDATE_SIGN[p.mandate ?? 'mandatory']} ${p.number}${year}${amendmentOf(p)}${p.variant === null ? '' : `(${p.variant})`}`
  }
  return `${titleOf(p)} ${p.number}${p.iteration === null ? '' : `.${p.iteration}`}${yearOf(p)}${amendmentOf(p)}${variantOf(p)}`
}

/** The standard without its edition. Types stay (`ISO/TS 16949`); mandate, stage, national body before EN and metric twin drop out. */
const keyOf = (p: ParsedNumber): string => {
  if (p.prefix === 'ASTM') return `ASTM ${p.number.split('/', 1)[0]}`
  if (p.scope === 'regional') return `${p.prefix.slice(Math.max(0, p.prefix.search(/EN\b/)))} ${p.number}`
  if (p.type === null) return `${p.prefix} ${p.number}`
  return `${p.prefix}${p.type === 'GUIDE' || p.prefix.includes('/') ? ' ' : '/'}${wordOf(p.type)} ${p.number}`
}

export const isChinese = (scope: Scope): boolean => scope !== 'international' && scope !== 'regional' && scope !== 'foreign'

const MANDATE_SIGN: Record<Mandate, string> = { mandatory: '', recommended: '/T', guide: '/Z' }

const astm = (p: ParsedNumber): string => {
  const year = p.year === null ? '' : `-${String(p.year % 100).padStart(2, '0')}${p.revision ?? ''}`
  return `ASTM ${p.number}${year}${p.reapproved === null ? '' : `(${p.reapproved})`}${p.variant ?? ''}`
}

/** `ISO/TS`, `ISO/CD TS`, `ISO/DTS`, `ISO Guide`, `ISO/IEC TR`, `IEC TS`: ISO alone takes a slash, the others a space. */
const titleOf = (p: ParsedNumber): string => {
  if (p.type === null && p.stage === null) return p.prefix
  if (p.scope === 'regional') return p.prefix.replace(/EN\b/, p.stage!)
  const words = p.stage !== null && p.type !== null && !STAGE_SAYS_TYPE.test(p.stage) ? `${p.stage} ${wordOf(p.type)}` : wordOf(p.stage ?? p.type!)
  return `${p.prefix}${p.prefix === 'ISO' && words !== 'Guide' ? '/' : ' '}${words}`
}

/** `DTS` already says that a TS is meant. */
const STAGE_SAYS_TYPE = /^(?:F?D(?:TS|TR|PAS|GUIDE|ISP))$/
const wordOf = (type: string): string => (type === 'GUIDE' ? 'Guide' : type === 'DGUIDE' ? 'DGuide' : type)

const yearOf = (p: ParsedNumber): string => (p.year === null ? '' : p.month === null ? `:${p.year}` : `:${p.year}-${String(p.month).padStart(2, '0')}`)
const amendmentOf = (p: ParsedNumber): string => (p.amendment === null ? '' : /^[+ ]/.test(p.amendment) ? p.amendment : `/${p.amendment}`)
const variantOf = (p: ParsedNumber): string => (p.variant === null ? '' : p.variant.startsWith('(') ? p.variant : ` ${p.variant}`)
