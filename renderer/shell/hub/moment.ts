import { useI18n } from 'vue-i18n'
import { localDay, localTime } from '#shared/lib/dates.ts'

/** A time where the complex is: the hour today, with its day otherwise. */
export const useMoment = (): ((ms: number) => string) => {
  const { locale } = useI18n()
  return ms => momentText(ms, Date.now(), locale.value)
}

export const momentText = (ms: number, now: number, locale: string): string => {
  const day = { month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { ...(localDay(ms) !== localDay(now) && day), hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(ms)
}

/** A time with its whole date, for paper. */
export const fullMoment = (ms: number): string => localTime(ms).slice(0, 16).replace('T', ' ')
