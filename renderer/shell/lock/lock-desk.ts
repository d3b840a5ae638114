import { openDesk } from '../../db/desk.ts'
import { i18n } from '../../i18n.ts'
import { toast } from '../toasts.ts'
import { lockNow } from './lock.ts'

/** A person asks for the lock. */
export const lockDesk = async (): Promise<void> => {
  const desk = await openDesk()
  if (desk.ok && !(await lockNow(desk.value.group))) toast({ text: i18n.global.t('lock.notYet') })
}
