import { computed, inject, onBeforeUnmount, ref, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { contributionsKey, type SettingsSection } from '../../contribution.ts'
import { watchSetting } from '../../db/settings.ts'
import { about } from '../../desktop.ts'
import { useComplexName } from '../complex.ts'
import { frameKeys, placeKeys } from '../frame-keys.ts'
import HubSettings from '../hub/HubSettings.vue'
import { useHub } from '../hub/hub.store.ts'
import { useMoment } from '../hub/moment.ts'
import { usePages } from '../pages.ts'
import { useSettings } from '../settings.store.ts'
import AboutSettings from './AboutSettings.vue'
import { LAST_BACKUP } from './backup-file.ts'
import BackupSettings from './BackupSettings.vue'
import GeneralSettings from './GeneralSettings.vue'
import KeySettings from './KeySettings.vue'
import LookSettings from './LookSettings.vue'
import PrivacySettings from './PrivacySettings.vue'

/** The frame's sections and those that features add, in their order. */
export const useSections = (): ComputedRef<SettingsSection[]> => {
  const { t } = useI18n()
  const settings = useSettings()
  const hub = useHub()
  const complexName = useComplexName()
  const contributions = inject(contributionsKey, [])
  const version = ref('')
  void about().then(facts => { version.value = facts.version })
  const moment = useMoment()
  const lastBackup = ref<number | null>(null)
  onBeforeUnmount(watchSetting(LAST_BACKUP, at => { lastBackup.value = at }))
  const keyCount = frameKeys(usePages()).length + placeKeys.length + contributions.flatMap(({ keys = [] }) => keys).length

  const own: SettingsSection[] = [
    { id: 'general', icon: 'screen', label: 'settings.general', order: 5, value: computed(() => complexName.value), component: GeneralSettings, words: 'settings.generalWords' },
    { id: 'hub', icon: 'server', label: 'hub.title', order: 7, value: computed(() => (hub.account?.in ? hub.account.display : t(hub.address === null ? 'hub.value' : 'hub.loggedOut'))), component: HubSettings, words: 'hub.words' },
    { id: 'backup', icon: 'history', label: 'backup.title', order: 15, value: computed(() => (lastBackup.value === null ? t('backup.never') : moment(lastBackup.value))), component: BackupSettings, words: 'backup.words' },
    { id: 'look', icon: 'half', label: 'settings.look', order: 20, value: computed(() => t('settings.lookValue', { theme: t(`settings.${settings.theme}`), size: t(settings.textSize === 'large' ? 'settings.large' : 'settings.normalValue') })), component: LookSettings, words: 'settings.lookWords' },
    { id: 'keys', icon: 'keyboard', label: 'settings.keys', order: 30, value: computed(() => t('settings.keysValue', { n: keyCount })), component: KeySettings, words: 'settings.keysWords' },
    { id: 'privacy', icon: 'shield', label: 'settings.privacy', order: 40, value: computed(() => t(hub.address === null ? 'settings.privacyValue' : 'settings.privacyHub')), component: PrivacySettings, words: 'settings.privacyWords' },
    { id: 'about', icon: 'info', label: 'settings.about', order: 50, value: computed(() => version.value), component: AboutSettings, words: 'settings.aboutWords' },
  ]
  return computed(() => [...own, ...contributions.flatMap(({ settings: added = [] }) => added)].sort((a, b) => a.order - b.order))
}
