import { useI18n } from 'vue-i18n'

/** A time as the desk's own clock has it: the hour today, with its day otherwise. */
export const useMoment = (): ((ms: number) => string) => {
  const { locale } = useI18n()
  return ms => {
    const day = { month: '2-digit', day: '2-digit' } as const
    const today = new Date(ms).toDateString() === new Date().toDateString()
    return new Intl.DateTimeFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', { ...(!today && day), hour: '2-digit', minute: '2-digit' }).format(ms)
  }
}
