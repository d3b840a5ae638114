// Why what a person wanted was not kept, as screens say it: refusals of a command, and of the database itself.
import type { OutcomeCode } from '#shared/sync/codes.ts'
import type { Locale } from './locale.ts'

/** The desk's own database can't take or give anything. */
export type DeskProblem =
  | { code: 'desk-full' }
  /** `held`, `known`: versions of its layout. */
  | { code: 'desk-too-new'; held: number; known: number }
  | { code: 'desk-unreadable'; detail: string }
  /** Too long since the hub was last reached (`lease.ts`). */
  | { code: 'desk-lease' }
  /** What is sealed doesn't open. */
  | { code: 'desk-sealed'; detail: string }

/** One sentence or two: what happened, and what now. */
export const deskProblemText = (problem: { code: OutcomeCode } | DeskProblem, locale: Locale): string => TEXT[problem.code][locale === 'zh' ? 0 : 1]

const TEXT: Record<OutcomeCode | DeskProblem['code'], readonly [zh: string, en: string]> = {
  'desk-full': ['磁盘已满，这一步没有存下。请腾出空间后再做一次。', 'The disk is full and this was not saved. Free some space and do it again.'],
  'desk-too-new': ['本机数据由更新的版本写过，旧版不去动它。请更新品立后再打开。', 'The data here was written by a later version, so this one leaves it alone. Update Pinli, then open it again.'],
  'desk-unreadable': ['本机数据没能打开，什么也没有删。请关掉其他窗口后重开品立。', 'The data on this computer could not be opened; nothing was deleted. Close other windows and open Pinli again.'],
  'desk-lease': ['只读：超过 14 天没有联系中心，这一步没有存下。联网登录以后照常，没送出的都还在。', 'Read only: the hub was not reached for 14 days, and this was not saved. Log in while online; what waits is kept.'],
  'desk-sealed': ['本机加密的数据有一处打不开：密钥对不上，或被改动过。什么也没有删，请联系管理员。', 'Sealed data on this computer can’t be opened: another key sealed it, or it was changed. Nothing was deleted; ask an administrator.'],
  'slot-taken': ['这段时间已被占用。', 'This time is taken.'],
  'resource-closed': ['这段时间不开放。', 'It is closed at this time.'],
  'already-closed': ['这段时间里已有停用。先结束那一段，或改时间。', 'It is closed within that time already. End that closure first, or choose another time.'],
  'hold-expired': ['保留已过期。请重新预约。', 'The hold has expired. Book again.'],
  'hold-limit': ['保留已满三个。先确认或取消一个，再保留。', 'Three holds are the most. Confirm or cancel one first.'],
  'calibration-overdue': ['所用器具校准已到期，不能新约。登记新证书后即可。', 'Its instrument is overdue for calibration. A new certificate frees it.'],
  'too-far': ['超出可提前预约的天数。改近一些，或写明原因放行。', 'That is further ahead than it may be booked. Choose a nearer day, or allow it with a reason.'],
  'too-long': ['超过单次时长上限。改短，或写明原因放行。', 'That is longer than allowed. Make it shorter, or allow it with a reason.'],
  'share-used': ['这家企业本周的份额已用完。改到别的周，或写明原因放行。', 'The company has used its share of that week. Choose another week, or allow it with a reason.'],
  'too-early': ['还没到预约的时间。到时再做。', 'It has not begun yet. Do this then.'],
  'not-this-test': ['这个项目在检测目录里不用这项资源或这个时长，或价格不同。要换，请取消后按项目另约。', 'The directory does not do this test on that resource, for that long or at that price. To change it, cancel and book the test anew.'],
  'step-order': ['这是链条里的一步，那时前一步还没完，或已到后一步开始。先改那一步，或选它们之间的时间。', 'It is a step of a chain, and then the one before is not over or the one behind has begun. Move that one first, or choose a time between them.'],
  'stale-field': ['同一处已被别人改过，两个值都留着，请选定一个。', 'Someone else has changed the same field. Both values are kept: choose one.'],
  'bad-state': ['现在的状态不能这样做。请看最新情况。', 'This can’t be done in its present state. Look at how it stands now.'],
  forbidden: ['你没有这项权限。请找管理员。', 'You have no right to do this. Ask an administrator.'],
  'not-found': ['没有找到这条记录，可能已撤下。', 'This record was not found; it may have been withdrawn.'],
  validation: ['有一处填得不对。请改正后再存。', 'Something is filled in wrongly. Correct it and save again.'],
  'schema-too-old': ['本机版本过旧。请更新品立，未送出的都还在。', 'This version is too old. Update Pinli; what has not been sent is kept.'],
  'too-large': ['内容太大。请分成几份。', 'This is too large. Split it.'],
  'blob-missing': ['附件还没有传完。', 'The attachment has not arrived yet.'],
  'depends-on': ['前一步没有被接受，这一步也就作罢。', 'The step before was not accepted, so this one was dropped.'],
  'already-enrolled': ['已经报过名。', 'Already enrolled.'],
  'command-unknown': ['服务器还不认识这项操作。请稍后再试。', 'The hub does not know this action yet. Try later.'],
}
