import { defineStore } from 'pinia'
import { shallowRef, watchEffect, type Ref } from 'vue'
import { z } from 'zod'
import { GRANTED_ROLES } from '#shared/sync/login.ts'
import type { Role } from '#shared/sync/scopes.ts'
import { keepsNothing } from '../db/keeps.ts'
import { readSetting, watchSetting, writeSetting, type Setting } from '../db/settings.ts'
import { COMPLEXES } from './complexes.ts'
import { applyLook } from './look.ts'
import { setLanguage } from '../i18n.ts'

z.config({ jitless: true })

/** A complex of the plan by its id, or one's own name. */
const complex = z.union([z.object({ id: z.enum(COMPLEXES) }), z.object({ name: z.string().trim().min(1).max(40) })])
export type Complex = z.infer<typeof complex>

const settings = {
  complex: setting<Complex | null>('complex', complex.nullable(), null),
  /** A page that keeps nothing has no first start to choose it in. */
  language: setting('language', z.enum(['zh', 'en']), keepsNothing && !navigator.language.startsWith('zh') ? 'en' : 'zh'),
  /** The first start is behind us. */
  started: setting('started', z.boolean(), false),
  theme: setting('theme', z.enum(['light', 'dark', 'system']), 'system'),
  textSize: setting('textSize', z.enum(['normal', 'large']), 'normal'),
  calm: setting('calm', z.boolean(), false),
  showKeys: setting('showKeys', z.boolean(), true),
  railFolded: setting('railFolded', z.boolean(), false),
  /** Nobody touches any window for so long: the desk locks. */
  lockMinutes: setting('lockMinutes', z.union([z.literal(5), z.literal(10), z.literal(30)]), 10),
  /** As which of several roles a user works on this computer, by their id. */
  roleOf: setting<Record<string, Role>>('roleOf', z.record(z.string(), z.enum(GRANTED_ROLES)), {}),
  /** The palette's rows chosen last, newest first. */
  recent: setting('recent', z.array(z.object({ id: z.string().max(300), title: z.string().max(600), path: z.string().startsWith('/').nullable() })).max(5), []),
}
type Settings = typeof settings
export type SettingName = keyof Settings
export type SettingValue<N extends SettingName> = Settings[N] extends Setting<infer T> ? T : never

/** The frame's own settings: live over all windows, written at once. `load` first. */
export const useSettings = defineStore('settings', () => {
  const values = Object.fromEntries(Object.entries(settings).map(([name, { initial }]) => [name, shallowRef(initial)])) as unknown as { [N in SettingName]: Ref<SettingValue<N>> }

  const load = async (): Promise<void> => {
    await Promise.all(names.map(async name => { put(name, await readSetting(settings[name] as Setting<unknown>)) }))
    for (const name of names) watchSetting(settings[name] as Setting<unknown>, value => put(name, value))
    watchEffect(() => setLanguage(values.language.value))
    watchEffect(() => applyLook({ theme: values.theme.value, textSize: values.textSize.value, calm: values.calm.value, showKeys: values.showKeys.value }))
  }
  const set = async <N extends SettingName>(name: N, value: SettingValue<N>): Promise<void> => {
    put(name, value)
    await writeSetting(settings[name] as Setting<unknown>, value)
  }
  const put = (name: SettingName, value: unknown) => {
    const held = values[name] as Ref<unknown>
    if (JSON.stringify(held.value) !== JSON.stringify(value)) held.value = value
  }
  return { ...values, load, set }
})

const names = Object.keys(settings) as SettingName[]

function setting<T>(key: string, schema: z.ZodType<T>, initial: T): Setting<T> {
  return { key, schema, initial }
}
