import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSettings } from './settings.store.ts'


/** What stands in the title bar and on papers. */
export const useComplexName = () => {
  const { t } = useI18n()
  const settings = useSettings()
  return computed(() => (settings.complex === null ? '' : 'id' in settings.complex ? t(`complex.${settings.complex.id}.name`) : settings.complex.name))
}
