import type { PackProblem } from '#shared/standards/pack/problem.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { hubProblemText } from './hub.ts'
import type { Locale } from './locale.ts'
import { packProblemText } from './pack.ts'

/** Why a pack did not come from the hub. Whatever it is, the catalogue in use stays. */
export type PackFetchProblem =
  | PackProblem
  | Refusal
  | { code: 'unreachable' | 'garbled'; detail: string }
  /** The line broke; what had come is kept. */
  | { code: 'fetch-broke-off'; detail: string }
  /** Another window fetches. */
  | { code: 'fetch-busy' }
  /** An import or another pack is under way. */
  | { code: 'fetch-waits' }

export const packFetchProblemText = (problem: PackFetchProblem, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (problem.code) {
    case 'fetch-broke-off':
      return zh ? '下载中途断了。已收到的都已核对并留下，现有目录照用；联网后接着下载。' : 'The download broke off. What has come is checked and kept, and the catalogue in use stays; go on when the network is back.'
    case 'fetch-busy':
      return zh ? '另一个窗口正在下载中心的目录，请在那边看进度。' : 'Another window is downloading the hub’s catalogue; look there for its progress.'
    case 'fetch-waits':
      return zh ? '目录包已收齐。正在进行的导入结束后，再点一次即可查看并启用。' : 'The pack is here. Press again once the import that is under way has ended.'
    case 'not-found':
      return zh ? '中心已不再提供这份目录。请重新询问。' : 'The hub no longer has this catalogue. Ask it again.'
    case 'PACK-none':
    case 'PACK-damaged':
    case 'PACK-forged':
      return zh ? `中心给的目录包不对（${problem.code}），错的部分没有留下，现有目录照用。请再试一次；仍不行，请管理员核对中心上的文件。` : `What the hub gave is not the pack as published (${problem.code}); nothing of that was kept and the catalogue in use stays. Try again; if it stays so, have your administrator check the file on the hub.`
    case 'PACK-newer':
    case 'PACK-unreadable':
    case 'cancelled':
    case 'CAT-damaged':
    case 'CAT-newer':
    case 'CAT-part-missing':
    case 'CAT-store-unreadable':
    case 'CAT-store-full':
    case 'CAT-store-refused':
      return packProblemText(problem, locale)
    default:
      return hubProblemText(problem, locale)
  }
}
