import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHub } from './hub/hub.store.ts'
import { useSettings } from './settings.store.ts'


/** What stands in the title bar and on papers. */
export const useComplexName = () => {
  const { t } = useI18n()
  const settings = useSettings()
  const hub = useHub()
  return computed(() => hub.device?.complex?.name ?? (settings.complex === null ? '' : 'id' in settings.complex ? t(`complex.${settings.complex.id}.name`) : settings.complex.name))
}
