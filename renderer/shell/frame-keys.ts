import type { KeyBinding } from '../contribution.ts'
import { newWindow } from '../desktop.ts'
import { lockDesk } from './lock/lock-desk.ts'
import { overlay } from './overlay.ts'
import type { Pages } from './pages.ts'
import { nextPane } from './panes.ts'
import { changeRole } from './roles/change-role.ts'
import { useTabs } from './tabs.store.ts'
import { dismissNewest } from './toasts.ts'

/** The frame's own keys, in the order of the key sheet; those without `run` are answered where they are pressed. */
export const frameKeys = ({ show, close, openArea }: Pages): KeyBinding[] => {
  const tabs = useTabs()
  const toggle = (name: 'palette' | 'keys') => { overlay.value = overlay.value === name ? null : name }
  const toTab = (pressed: string) => {
    const tab = tabs.tabs[Number(pressed.at(-1)) - 1]
    if (tab) void show(tab)
  }
  return [
    { id: 'palette', where: 'keys.global', pressed: ['Ctrl+K', 'F3'], label: 'keys.kPalette', run: () => toggle('palette') },
    { id: 'sheet', where: 'keys.global', pressed: ['F1'], label: 'keys.kSheet', run: () => toggle('keys') },
    { id: 'pane', where: 'keys.global', pressed: ['F6', 'Shift+F6'], label: 'keys.kPane', run: pressed => nextPane(pressed === 'F6' ? 1 : -1) },
    { id: 'settings', where: 'keys.global', pressed: ['Ctrl+,'], label: 'keys.kSettings', run: () => { overlay.value = null; void openArea('/settings') } },
    { id: 'note', where: 'keys.global', pressed: ['Alt+X'], label: 'keys.kNote', always: true, run: dismissNewest },
    { id: 'lock', where: 'keys.global', pressed: ['Ctrl+Shift+L'], label: 'keys.kLock', always: true, run: () => void lockDesk() },
    { id: 'role', where: 'keys.global', pressed: ['Ctrl+Shift+R'], label: 'roles.key', run: () => void changeRole() },
    { id: 'tab', where: 'keys.global', pressed: ['Ctrl+1..9'], label: 'keys.kTab', browser: false, run: toTab },
    { id: 'close', where: 'keys.global', pressed: ['Ctrl+W'], label: 'keys.kClose', browser: false, run: () => void close(tabs.activeId) },
    { id: 'window', where: 'keys.global', pressed: ['Ctrl+Shift+N'], label: 'keys.kWindow', browser: false, run: () => void newWindow() },
  ]
}

/** Keys of the frame's own places, for the key sheet. */
export const placeKeys: KeyBinding[] = [
  { id: 'p-move', where: 'keys.palette', pressed: ['ArrowUp ArrowDown'], label: 'keys.kMove' },
  { id: 'p-open', where: 'keys.palette', pressed: ['Enter'], label: 'keys.kOpen' },
  { id: 'p-tab', where: 'keys.palette', pressed: ['Ctrl+Enter'], label: 'keys.kNewTab' },
  { id: 'p-group', where: 'keys.palette', pressed: ['Tab', 'Shift+Tab'], label: 'keys.kGroup' },
  { id: 'p-direct', where: 'keys.palette', pressed: ['Alt+1..9'], label: 'keys.kDirect' },
  { id: 'p-escape', where: 'keys.palette', pressed: ['Escape'], label: 'keys.kEscape' },
  { id: 's-section', where: 'keys.settings', pressed: ['ArrowUp ArrowDown'], label: 'keys.kSection' },
  { id: 's-find', where: 'keys.settings', pressed: ['Ctrl+F'], label: 'keys.kFind' },
  { id: 's-backup', where: 'keys.settings', pressed: ['Ctrl+B'], label: 'keys.kBackup' },
  { id: 's-look', where: 'keys.settings', pressed: ['1..5'], label: 'keys.kLook' },
  { id: 'u-move', where: 'keys.users', pressed: ['ArrowUp ArrowDown'], label: 'users.key.choose' },
  { id: 'u-open', where: 'keys.users', pressed: ['Enter'], label: 'users.key.details' },
  { id: 'u-roles', where: 'keys.users', pressed: ['E'], label: 'users.key.roles' },
  { id: 'u-disable', where: 'keys.users', pressed: ['Delete'], label: 'users.key.disable' },
  { id: 'u-invite', where: 'keys.users', pressed: ['Ctrl+I'], label: 'users.key.invite' },
  { id: 'u-slip', where: 'keys.users', pressed: ['F8'], label: 'users.key.slip' },
  { id: 'u-find', where: 'keys.users', pressed: ['Ctrl+F'], label: 'users.key.find' },
  { id: 'u-again', where: 'keys.users', pressed: ['F5'], label: 'users.key.again' },
  { id: 'd-field', where: 'keys.dialog', pressed: ['Tab'], label: 'keys.kField' },
  { id: 'd-confirm', where: 'keys.dialog', pressed: ['Ctrl+Enter'], label: 'keys.kConfirm' },
  { id: 'd-cancel', where: 'keys.dialog', pressed: ['Escape'], label: 'keys.kCancel' },
  { id: 'd-print', where: 'keys.dialog', pressed: ['F8'], label: 'keys.kPrint' },
  { id: 'l-user', where: 'keys.locked', pressed: ['Ctrl+Shift+U'], label: 'keys.kOther' },
  { id: 'l-show', where: 'keys.locked', pressed: ['Alt+V'], label: 'keys.kShow' },
]
