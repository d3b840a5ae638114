import type { HubProblem } from '#shared/desktop.ts'
import type { JoinTextProblem } from '#shared/sync/join-text.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Locale } from './locale.ts'
import { refusalText } from './refusal.ts'

/** `scan-differs`: the hub that answers is not the one whose fingerprint was scanned. */
export type ScanProblem = JoinTextProblem | { code: 'scan-differs' }

/** Why a hub did not answer a person's question, and what now. */
export const hubProblemText = (problem: HubProblem | ScanProblem | Refusal | { code: 'unreachable' | 'garbled'; detail: string }, locale: Locale): string => {
  const own = OWN[problem.code as keyof typeof OWN] as readonly [zh: string, en: string] | undefined
  return own ? own[locale === 'zh' ? 0 : 1] : refusalText(problem as Refusal, locale)
}

const OWN = {
  'hub-address': ['这不是中心的地址。请照管理员给的写，如 192.0.2.10:8443。', 'This is not the address of a hub. Write it as your administrator gave it, like 192.0.2.10:8443.'],
  'hub-not-here': ['开发用的引擎已过支持期，只能连本机的中心。请用正式版。', 'The development engine is out of support and speaks only to a hub on this computer. Use the released app.'],
  'hub-silent': ['没有中心应答。请核对地址，看看网线和中心的电脑，再试。', 'No hub answers there. Check the address, the network and the hub’s computer, then try again.'],
  'hub-stranger': ['应答的不是核对过的中心，什么也没有发出。请从头再核对，并告诉管理员。', 'What answers is not the hub that was compared, so nothing was sent. Compare again from the start and tell your administrator.'],
  'scan-other': ['扫到的是别的东西，如样品标签。请扫中心启动时显示的、或管理员给加入码时显示的那一个。', 'This is the code of another thing, such as a sample. Scan the one that the hub showed at its start, or your administrator with the code.'],
  'scan-newer': ['扫到的来自更新的品立，本机读不懂。请升级本机的品立，或手填地址、核对八个词。', 'This comes from a newer Pinli than is here. Update Pinli, or enter the address and compare the eight words.'],
  'scan-damaged': ['扫到的不完整或有错，什么也没有改。请切到英文输入再扫一次，或手填地址、核对八个词。', 'What was scanned is broken off or wrong, so nothing was changed. Scan again with an English keyboard, or enter the address and compare the eight words.'],
  'scan-differs': ['应答的中心与扫到的指纹不一样。已停止，什么也没有改。请核对地址，并告诉管理员。', 'The hub that answers has another fingerprint than the one scanned. Stopped; nothing was changed. Check the address and tell your administrator.'],
  unreachable: ['连不上中心。本机数据都在，联网后再试。', 'The hub cannot be reached. What is here is safe; try again once the network is back.'],
  garbled: ['应答的不是品立中心，或版本太不一样。请核对地址，或升级品立。', 'The answer is not one of a Pinli hub, or its version differs too much. Check the address or update Pinli.'],
} as const satisfies Record<HubProblem['code'] | ScanProblem['code'] | 'unreachable' | 'garbled', readonly [string, string]>
