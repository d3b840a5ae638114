import type { Result } from '#shared/lib/result.ts'
import { deskProblemText, type DeskProblem } from '#shared/words/desk.ts'
import { i18n } from '../i18n.ts'
import { toast } from './toasts.ts'

/** Says at start what a person has to know: the data can't be opened, or part of it came back from its copy. */
export const sayHowOpened = (desk: Result<{ restored: number }, DeskProblem>): void => {
  const { t, locale } = i18n.global
  if (!desk.ok) toast({ text: deskProblemText(desk.problem, locale.value), kind: 'error' })
  else if (desk.value.restored > 0) toast({ text: t('frame.restored', { n: desk.value.restored }) })
}
