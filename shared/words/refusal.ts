import type { Refusal } from '#shared/sync/refusal.ts'
import type { Locale } from './locale.ts'

/** What the hub refused, why, whether anything is lost, and what to do now. */
export const refusalText = (refusal: Refusal, locale: Locale): string => texts(refusal)[locale === 'zh' ? 0 : 1]

const texts = (refusal: Refusal): [zh: string, en: string] => {
  switch (refusal.code) {
    case 'mid-gap':
      return [`中心缺第 ${refusal.expected} 条，会从这一条起重新上传，不用处理。`, `The hub lacks entry ${refusal.expected}; sending starts again from there. Nothing to do.`]
    case 'client-forked':
      return ['这份数据在另一台电脑上也在用。本机换一个编号，把待上传的重新排队，不会丢。', 'A copy of these data is in use elsewhere. This computer takes a new number and queues what waits again; nothing is lost.']
    case 'epoch-changed':
      return ['中心从备份恢复过。本机会重新核对，中心缺的再上传一次。', 'The hub was restored from a backup. This computer checks again and sends what the hub lacks.']
    case 'schema-too-old':
      return ['本机的品立版本太旧，中心不再接收。待上传的都留着，升级后自动送出。', 'This version of Pinli is too old for the hub. What waits is kept and is sent after the update.']
    case 'device-revoked':
      return refusal.wipe
        ? ['这台电脑已被管理员吊销，本机数据的钥匙随即作废。未上传的请把电脑交给管理员取出。', 'An administrator revoked this computer and the key to its data is destroyed. Hand it to them to recover what was not sent.']
        : ['这台电脑已被管理员吊销，不能再同步。请联系管理员。', 'An administrator revoked this computer; it cannot sync any more. Ask them.']
    case 'not-yours':
      return ['这份待上传的数据属于另一个账号，请用原来的账号登录后上传。', 'What waits here belongs to another account. Log in with that one to send it.']
    case 'busy':
      return [`中心正忙，${refusal.retryAfter} 秒后自动再试。`, `The hub is busy; the next try comes in ${refusal.retryAfter} s.`]
    case 'not-logged-in':
      return ['登录已过期或已退出，请重新登录。本机数据都在。', 'The login has ended. Log in again; what is on this computer is safe.']
    case 'wrong-login':
      return [`账号或口令不对，还可试 ${refusal.left} 次。`, `The account or the passphrase is wrong; ${refusal.left} tries are left.`]
    case 'locked':
      return [`试错太多，已锁定，${minutes(refusal.retryAfter)} 分钟后再试。忘了口令请管理员重发。`, `Too many wrong tries. Locked for ${minutes(refusal.retryAfter)} min. Ask an administrator if the passphrase is forgotten.`]
    case 'choose-password':
      return ['这是一次性口令，请设一个自己的口令再登录。', 'This secret is good once. Choose a passphrase of your own to log in.']
    case 'weak-password':
      return [`口令至少 ${refusal.min} 个字，且不能与账号或旧口令相同。`, `A passphrase has at least ${refusal.min} characters and is neither the account nor the one before.`]
    case 'device-refused':
      return ['中心不认识这台电脑，请管理员给一个加入码，重新加入。', 'The hub does not know this computer. Ask an administrator for a code and join again.']
    case 'code-refused':
      return ['加入码不对、用过了或已过期，请管理员再发一个。', 'The code is wrong, used or too old. Ask an administrator for another.']
    case 'login-taken':
      return ['这个账号名已有人用，请换一个。', 'This account name is taken; choose another.']
    case 'forbidden':
      return ['没有这项权限。需要时请管理员开通。', 'You have no right to this. An administrator can give it.']
    case 'not-found':
      return ['找不到，可能已被删除，或不归你管。', 'Not found; it may be gone, or not be yours to see.']
    case 'malformed':
      return [`请求的格式不对（${refusal.where}），中心没有执行。请升级品立；仍然不行，把这句话告诉管理员。`, `The request is malformed (${refusal.where}); the hub did nothing. Update Pinli, and if that does not help tell your administrator.`]
    case 'too-large':
      return [`请求超过 ${kilobytes(refusal.maxBytes)} KB，中心没有执行。请分几次。`, `The request is larger than ${kilobytes(refusal.maxBytes)} KB; the hub did nothing. Send it in parts.`]
    case 'wrong-type':
      return ['中心只接收 JSON，没有执行。', 'The hub takes JSON only; it did nothing.']
    case 'foreign-origin':
      return ['请求来自别的网页，中心没有执行。请从品立打开。', 'The request comes from a page of another site; the hub did nothing. Open Pinli itself.']
    case 'foreign-host':
      return ['地址不是这台中心的。请核对地址，或请管理员用 --name 加上。', 'This is not an address of this hub. Check it, or have it added with --name.']
    case 'hub-halted':
      return ['这个中心停止受理：它的数据库现在由另一个中心使用，或不再合用，原因写在中心的窗口里。本机数据都在，稍后自动再试；请告诉管理员。', 'This hub refuses work: another hub uses its database now, or it is fit no more; the hub’s own window says why. What is here is safe and is tried again; tell your administrator.']
    case 'hub-failed':
      return [`中心出错，没有执行（编号 ${refusal.id}）。本机数据都在，稍后自动再试；请把编号告诉管理员。`, `The hub failed and did nothing (${refusal.id}). What is here is safe and is sent again; tell your administrator the number.`]
  }
}

const minutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60))
const kilobytes = (bytes: number): number => Math.floor(bytes / 1024)
