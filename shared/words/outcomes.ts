import type { OutcomeCode } from '#shared/sync/codes.ts'
import type { Locale } from './locale.ts'

/** Why the hub did not do a command as asked, in one sentence with what helps. The facts are the outcome's own business. */
export const outcomeText = (code: OutcomeCode, locale: Locale): string => texts[code][locale === 'zh' ? 0 : 1]

const texts: Record<OutcomeCode, [zh: string, en: string]> = {
  'slot-taken': ['这段时间已被占用。可以留在候补，或改约别的时间。', 'The time is taken. Stay on the waiting list, or choose another.'],
  'resource-closed': ['那时不开放。请改约开放时间。', 'It is closed then. Choose a time within its hours.'],
  'already-closed': ['这段时间里已有停用。请先结束那一段，或改时间。', 'It is closed within that time already. End that closure first, or choose another time.'],
  'hold-expired': ['保留已过期，时间已让出。请重新预约。', 'The hold has run out and the time was given back. Book again.'],
  'hold-limit': ['这家企业在这里的保留已到上限。请先确认或取消一个。', 'The company has no holds left here. Confirm or cancel one first.'],
  'calibration-overdue': ['所用器具校准已到期，没有约上。登记新证书后再约，或改约别的资源。', 'Its instrument is overdue for calibration, so nothing was booked. Register the new certificate first, or choose another resource.'],
  'too-far': ['约得太早，还没到可约的日子。请改近一些，或由工作人员写明原因放行。', 'That is further ahead than it may be booked. Choose a nearer day, or have staff allow it with a reason.'],
  'too-long': ['时长超过上限。请改短，或由工作人员写明原因放行。', 'That is longer than allowed. Make it shorter, or have staff allow it with a reason.'],
  'share-used': ['这家企业本周的份额已用完。请改到别的周，或由工作人员写明原因放行。', 'The company has used its share of that week. Choose another week, or have staff allow it with a reason.'],
  'too-early': ['还没到时间，这一步现在做不了。请到时再做。', 'It has not begun yet, so this is not possible now. Do it then.'],
  'not-this-test': ['这个项目在检测目录里不用这项资源或这个时长，或价格不同，没有改。请取消后按项目另约。', 'The directory does not do this test on that resource, for that long or at that price, so it was not moved. Cancel and book the test anew.'],
  'step-order': ['这是链条里的一步，那时前一步还没完，或已到后一步开始，没有改。先改那一步，或选它们之间的时间。', 'It is a step of a chain, and then the one before is not over or the one behind has begun, so it was not moved. Move that one first, or choose a time between them.'],
  'stale-field': ['同一处别人先改了，两个值都留着。请选一个。', 'Somebody changed the same field first; both values are kept. Choose one.'],
  'bad-state': ['状态已变，这一步做不了。请看现在的状态。', 'Its state has changed, so this step is not possible. Look at where it stands now.'],
  forbidden: ['没有这项权限，没有执行。需要时请管理员开通。', 'You have no right to this, so it was not done. An administrator can give it.'],
  'not-found': ['找不到要改的内容，没有执行。它可能已不归你管。', 'What it speaks of was not found, so it was not done. It may no longer be yours to see.'],
  validation: ['内容不合要求，没有执行。请核对后重填。', 'What was entered is not valid, so it was not done. Check it and enter it again.'],
  'schema-too-old': ['品立版本太旧，没有执行。请升级后再做。', 'This version of Pinli is too old for it, so it was not done. Update and do it again.'],
  'too-large': ['内容太大，没有执行。请减小后再做。', 'It is too large, so it was not done. Make it smaller and do it again.'],
  'blob-missing': ['附件没有上传完整。请重新添加附件。', 'The attachment did not arrive whole. Add it again.'],
  'depends-on': ['它依靠的前一步没有通过，所以没有执行。请先处理前一步。', 'The step before it was refused, so this was not done. See to that one first.'],
  'already-enrolled': ['已经报过名了，不用再报。', 'Already enrolled; nothing to do.'],
  'command-unknown': ['中心还不认识这项操作。请管理员升级中心后再做。', 'The hub does not know this action yet. Do it again once the hub has been updated.'],
}
