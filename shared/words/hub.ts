import type { HubProblem } from '#shared/desktop.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Locale } from './locale.ts'
import { refusalText } from './refusal.ts'

/** Why a hub did not answer a person's question, and what now. */
export const hubProblemText = (problem: HubProblem | Refusal | { code: 'unreachable' | 'garbled'; detail: string }, locale: Locale): string => {
  const own = OWN[problem.code as keyof typeof OWN] as readonly [zh: string, en: string] | undefined
  return own ? own[locale === 'zh' ? 0 : 1] : refusalText(problem as Refusal, locale)
}

const OWN = {
  'hub-address': ['这不是中心的地址。请照管理员给的写，如 192.0.2.10:8443。', 'This is not the address of a hub. Write it as your administrator gave it, like 192.0.2.10:8443.'],
  'hub-not-here': ['开发用的引擎已过支持期，只能连本机的中心。请用正式版。', 'The development engine is out of support and speaks only to a hub on this computer. Use the released app.'],
  'hub-silent': ['没有中心应答。请核对地址，看看网线和中心的电脑，再试。', 'No hub answers there. Check the address, the network and the hub’s computer, then try again.'],
  'hub-stranger': ['应答的不是核对过的中心，什么也没有发出。请从头再核对，并告诉管理员。', 'What answers is not the hub that was compared, so nothing was sent. Compare again from the start and tell your administrator.'],
  unreachable: ['连不上中心。本机数据都在，联网后再试。', 'The hub cannot be reached. What is here is safe; try again once the network is back.'],
  garbled: ['应答的不是品立中心，或版本太不一样。请核对地址，或升级品立。', 'The answer is not one of a Pinli hub, or its version differs too much. Check the address or update Pinli.'],
} as const satisfies Record<HubProblem['code'] | 'unreachable' | 'garbled', readonly [string, string]>
