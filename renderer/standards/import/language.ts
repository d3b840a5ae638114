import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from '#shared/words/locale.ts'

/** The language in which texts of `shared/words` are asked for. */
export const useLanguage = (): ComputedRef<Locale> => {
  const { locale } = useI18n()
  return computed(() => (locale.value.startsWith('zh') ? 'zh' : 'en'))
}
