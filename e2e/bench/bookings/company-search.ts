// What one key costs in the search over 50,000 companies, typed letter by letter.
import type { Company } from '#shared/companies/company.ts'
import { findable, findCompanies } from '#shared/companies/find.ts'
import { duplicatesIn } from '#shared/companies/duplicates.ts'
import { quantile } from '../quantile.ts'
import { madeUp } from './company-names.ts'

const RECORDS = 50_000
const TYPED = ['华建', 'slhj', 'jianhua', 'zhenzhi', 'shilixingz', '91330604', 'MA00123', '8888', '针织12', 'keqiao', 'qqqq', '没有这家']

/** Milliseconds; `companyListMs`: what a changed list costs before the first key, `companyAlikeMs` what looking for duplicates does. */
export const companySearch = (): { companySearchP95: number; companyListMs: number; companyAlikeMs: number; records: number } => {
  const companies = Array.from({ length: RECORDS }, (_, n): Company => ({ id: String(n).padStart(6, '0'), complex: 'c', mergedInto: n % 50 === 1 ? String(n - 1).padStart(6, '0') : null, registeredAt: n, ...madeUp(n) }))
  const timed = <R>(work: () => R): [R, number] => {
    const started = performance.now()
    return [work(), performance.now() - started]
  }
  const [all, companyListMs] = timed(() => findable(companies))
  const [, companyAlikeMs] = timed(() => duplicatesIn(companies, []))
  const keys: number[] = []
  for (let round = 0; round < 6; round++) {
    for (const text of TYPED) for (let end = 1; end <= text.length; end++) {
      const [found, ms] = timed(() => findCompanies(all, text.slice(0, end)))
      if (end === text.length && (found.length === 0) !== (text === 'qqqq' || text === '没有这家')) throw new Error(`${text} finds ${found.length}`)
      // The first round warms up.
      if (round > 0) keys.push(ms)
    }
  }
  return { companySearchP95: quantile(keys, 0.95), companyListMs, companyAlikeMs, records: RECORDS }
}
