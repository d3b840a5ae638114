import { useI18n } from 'vue-i18n'
import { localDay } from '#shared/lib/dates.ts'

/** A time as the desk's own clock has it: the hour today, with its day otherwise. */
export const useMoment = (): ((ms: number) => string) => {
  const { locale } = useI18n()
  return ms => {
    const day = { month: '2-digit', day: '2-digit' } as const
    const today = new Date(ms).toDateString() === new Date().toDateString()
    return new Intl.DateTimeFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', { ...(!today && day), hour: '2-digit', minute: '2-digit' }).format(ms)
  }
}

/** A time with its whole date, for paper, by this computer's clock. */
export const fullMoment = (ms: number): string => `${localDay(ms)} ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms)}`
