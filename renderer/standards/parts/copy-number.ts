import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { displayNumber } from '#shared/standards/number.ts'
import { frameKey } from '../../contribution.ts'
import { copyText } from '../../ui/copy-text.ts'

/** Copies a text and says so. */
export const useCopy = () => {
  const frame = inject(frameKey)!
  const { t } = useI18n()
  return async (text: string): Promise<void> => {
    const done = await copyText(text)
    frame.toast(done ? { text: t('standards.copied', { text }) } : { text: t('standards.notCopied'), kind: 'error' })
  }
}

/** Copies a number in display form, with the one-em dash. */
export const useCopyNumber = () => {
  const copy = useCopy()
  return (number: string): Promise<void> => copy(displayNumber(number))
}
