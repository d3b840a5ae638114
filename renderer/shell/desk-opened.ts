import type { Result } from '#shared/lib/result.ts'
import { deskProblemText, type DeskProblem } from '#shared/words/desk.ts'
import { guardStorage } from '../db/storage.ts'
import { i18n } from '../i18n.ts'
import { bytesText } from '../ui/bytes-text.ts'
import { toast } from './toasts.ts'

/** Says at start what a person has to know: the data can't be opened, part of it came back from its copy, or the disk is nearly full. */
export const sayHowOpened = async (desk: Result<{ restored: number }, DeskProblem>): Promise<void> => {
  const { t, locale } = i18n.global
  if (!desk.ok) toast({ text: deskProblemText(desk.problem, locale.value), kind: 'error' })
  else if (desk.value.restored > 0) toast({ text: t('frame.restored', { n: desk.value.restored }) })
  const left = await guardStorage()
  if (left !== null) toast({ text: t('frame.lowSpace', { size: bytesText(left) }), kind: 'error' })
}
