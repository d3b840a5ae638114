import { useI18n } from 'vue-i18n'
import type { Contribution, PaletteProvider, PaletteRow } from '../contribution.ts'
import { inApp, newWindow } from '../desktop.ts'
import { actingRole, ownRoles } from '../rights.ts'
import { homeLabel } from './home/label.ts'
import { HOME_PATH } from './home/paths.ts'
import { gate } from './hub/gate.ts'
import { useHub } from './hub/hub.store.ts'
import { overlay } from './overlay.ts'
import { matching } from './palette-rows.ts'
import { usePages } from './pages.ts'
import { changeRole, nextRole } from './roles/change-role.ts'
import { useSections } from './settings/sections.ts'
import { useSettings } from './settings.store.ts'
import { useTabs } from './tabs.store.ts'

/** What the frame itself puts into the palette: actions, open pages, sections of the settings. */
export const useFrameRows = (contributions: readonly Contribution[]): { actions: () => PaletteRow[]; providers: PaletteProvider[] } => {
  const { t } = useI18n()
  const settings = useSettings()
  const hub = useHub()
  const tabs = useTabs()
  const { labels, show, close } = usePages()
  const sections = useSections()

  const actions = (): (PaletteRow & { words?: string })[] => [
    { id: 'home', icon: 'home', title: t(homeLabel.value), words: 'home 首页', path: HOME_PATH },
    ...contributions.flatMap(({ rail = [] }) => rail).map(({ path, icon, label }) => ({ id: `area:${path}`, icon, title: t(label), path })),
    ...contributions.flatMap(({ pages = [] }) => pages).map(({ path, icon, label, words }) => ({ id: `page:${path}`, icon, title: t(label), words, path })),
    { id: 'keys', icon: 'keyboard', title: t('palette.keySheet'), keys: 'F1', words: 'keys shortcuts 快捷键', run: () => { overlay.value = 'keys' } },
    { id: 'settings', icon: 'gear', title: t('app.settings'), keys: 'Ctrl+,', path: '/settings' },
    ...(hub.address !== null ? [{ id: 'sync', icon: 'refresh' as const, title: t('sync.title'), words: 'sync conflict 同步 冲突', path: '/sync' }] : []),
    ...(hub.admin ? [{ id: 'users', icon: 'people' as const, title: t('users.title'), words: 'users devices admin invite revoke 用户 设备 管理 邀请 吊销', path: '/users' }] : []),
    ...(hub.address !== null && !hub.account?.in ? [{ id: 'login', icon: 'person' as const, title: t('hub.logIn'), words: 'login 登录', run: () => { gate.value = 'login' } }] : []),
    ...(hub.address === null && inApp ? [{ id: 'join', icon: 'server' as const, title: t('hub.join'), words: 'hub join server 服务器 加入', run: () => { gate.value = 'join' } }] : []),
    ...(nextRole.value ? ownRoles.value.filter(role => role !== actingRole.value) : [undefined]).map(role => ({ id: `role:${role ?? ''}`, icon: 'swap' as const, title: role ? t('roles.to', { role: t(`hub.role.${role}`) }) : t('roles.change'), words: t('roles.words'), ...(role === nextRole.value && { keys: 'Ctrl+Shift+R' }), run: () => void changeRole(role) })),
    { id: 'window', icon: 'screen', title: t('palette.newWindow'), ...(inApp && { keys: 'Ctrl+Shift+N' }), run: () => void newWindow() },
    { id: 'close', icon: 'close', title: t('palette.closeTab'), ...(inApp && { keys: 'Ctrl+W' }), run: () => void close(tabs.activeId) },
    ...(['light', 'dark', 'system'] as const).filter(theme => theme !== settings.theme).map(theme => ({ id: `theme:${theme}`, icon: ({ light: 'sun', dark: 'moon', system: 'half' } as const)[theme], title: t(`palette.${theme}`), words: 'theme colour 颜色 主题', run: () => void settings.set('theme', theme) })),
    { id: 'text', icon: 'eye', title: t(settings.textSize === 'large' ? 'palette.normal' : 'palette.large'), words: 'font 字号', run: () => void settings.set('textSize', settings.textSize === 'large' ? 'normal' : 'large') },
    { id: 'language', icon: 'desk', title: t(settings.language === 'zh' ? 'palette.toEnglish' : 'palette.toChinese'), words: 'language 语言 english chinese', run: () => void settings.set('language', settings.language === 'zh' ? 'en' : 'zh') },
    { id: 'fold', icon: 'fold', title: t(settings.railFolded ? 'palette.unfold' : 'palette.fold'), run: () => void settings.set('railFolded', !settings.railFolded) },
  ]
  const pages = (): PaletteRow[] => labels.value.filter(({ id }) => id !== tabs.activeId).map(({ id, title, icon }) => ({ id: `tab:${id}`, icon, title, run: () => void show(tabs.tabs.find(tab => tab.id === id)!) }))
  const places = () => sections.value.map(({ id, icon, label, value, words }) => ({ id: `section:${id}`, icon, title: t(label), hint: value.value, words: words ? t(words) : '', path: `/settings/${id}` }))

  const group = (name: string, icon: PaletteProvider['icon'], rows: () => (PaletteRow & { words?: string })[]): PaletteProvider => ({
    group: name,
    icon,
    search: text => {
      const found = matching(rows(), text)
      return { total: found.length, rows: found }
    },
  })
  return { actions, providers: [group('palette.actions', 'right', actions), group('palette.pages', 'file', pages), group('palette.settings', 'gear', places)] }
}
