import type { Standard } from './standard.ts'

/** What a citation needs of a standard; `shown` is the number in display form, with the one-em dash. */
export type Cited = Pick<Standard, 'titles' | 'committee' | 'published' | 'year'> & { shown: string }

/**
 * Entry of a reference list after GB/T 7714-2015, A.6: `归口单位. 题名: 编号[S]. 年.`
 * The number follows the title in that edition (it stood elsewhere in 2005 and stands elsewhere in 2025), the body in charge is the
 * author, and an unknown author is left out where entries are numbered (8.1.4). Place and publisher aren't in any catalogue: they
 * are left out, never guessed. The form was read from github.com/zepinglee/gbt7714-bibtex-style issue 135 and
 * github.com/zotero-chinese/styles issue 675, which show the pages.
 */
export const citeGbt7714 = (standard: Cited): string => {
  const year = standard.published?.slice(0, 4) ?? (standard.year === null ? null : String(standard.year))
  const title = titleOf(standard)
  const named = title === null ? standard.shown : `${title}: ${standard.shown}`
  return [bodyOf(standard), `${named}[S]`, year].filter(part => part !== null && part !== undefined && part !== '').join('. ') + '.'
}

/** Number, then title, as documents list their normative references (GB/T 1.1-2020). */
export const citePlain = (standard: Cited): string => {
  const title = titleOf(standard)
  return title === null ? standard.shown : `${standard.shown} ${title}`
}

// A committee's code (`TC 61`) names no body.
const bodyOf = ({ committee }: Cited): string | undefined => (committee && /\p{Script=Han}/u.test(committee) ? committee : undefined)

const titleOf = ({ titles }: Cited): string | null => titles.zh ?? titles.en ?? titles.ja ?? titles.fr ?? null
