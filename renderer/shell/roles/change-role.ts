import { computed } from 'vue'
import type { Role } from '#shared/sync/scopes.ts'
import { i18n } from '../../i18n.ts'
import { actingRole, ownRoles, who } from '../../rights.ts'
import { useSettings } from '../settings.store.ts'
import { toast } from '../toasts.ts'

/** The role that comes after the acting one; undefined = there is no other. */
export const nextRole = computed((): Role | undefined => {
  const roles = ownRoles.value
  return roles.length < 2 ? undefined : roles[(roles.findIndex(role => role === actingRole.value) + 1) % roles.length]
})

/** Works as another of one's roles, `to` or the next, on this computer until it is changed again; with one role that is said. */
export const changeRole = async (to = nextRole.value): Promise<void> => {
  const { t } = i18n.global
  const { user } = who.value.access
  if (to === undefined) return toast({ text: user === '' ? t('roles.alone') : t('roles.one', { role: t(`hub.role.${actingRole.value}`) }) })
  const settings = useSettings()
  await settings.set('roleOf', { ...settings.roleOf, [user]: to })
  toast({ text: t('roles.changed', { role: t(`hub.role.${to}`) }) })
}
