// The computer around the page: `window.pinli` in the app, the browser's own means elsewhere, so that pages needn't branch.
import type { Desktop, DesktopIn, DesktopOut, SaveProblem } from '#shared/desktop.ts'
import { isListedLink } from '#shared/lib/links.ts'
import { ok, type Result } from '#shared/lib/result.ts'

declare global {
  interface Window {
    readonly pinli?: Desktop
  }
}

const desktop: Desktop | undefined = window.pinli

/** True in the app, false in a browser tab. */
export const inApp = desktop !== undefined

/** `engine` is `browser` in a browser tab; `electron` and `profileFolder` are empty there. */
export type About = Omit<DesktopOut<'about'>, 'engine'> & { engine: DesktopOut<'about'>['engine'] | 'browser' }

export const about = async (): Promise<About> => (desktop ? desktop.invoke('about', undefined) : aboutBrowser())

/** Opens a second window on the same data. */
export const newWindow = async (): Promise<void> => {
  if (desktop) await desktop.invoke('newWindow', undefined)
  else window.open(location.origin + location.pathname, '_blank', 'noopener')
}

/** Buttons of the own title bar; nothing happens in a browser. */
export const windowControl = async (action: DesktopIn<'windowControl'>): Promise<void> => {
  await desktop?.invoke('windowControl', action)
}

/** Opens an https link to a listed host outside the app; false = refused, nothing opened. */
export const openLink = async (url: string): Promise<boolean> => {
  if (desktop) return desktop.invoke('openLink', url)
  if (!isListedLink(url)) return false
  window.open(url, '_blank', 'noopener,noreferrer')
  return true
}

/** Saves under a name that the person may change. A value of null = cancelled; in a browser the path is the file's name. */
export const saveFile = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<{ path: string } | null, SaveProblem>> => {
  if (desktop) return desktop.invoke('saveFile', { name, bytes })
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return ok({ path: name })
}

/** The copy of the outbox beside the database, by client group; null in a browser, which has no place for it. */
export const mirrorFile = desktop && {
  groups: () => desktop.invoke('mirrorGroups', undefined),
  read: (group: string) => desktop.invoke('mirrorRead', group),
  append: (group: string, records: Uint8Array<ArrayBuffer>[]) => desktop.invoke('mirrorAppend', { group, records }),
  replace: (group: string, records: Uint8Array<ArrayBuffer>[]) => desktop.invoke('mirrorReplace', { group, records }),
}

/** The hub of this computer and the way to one that isn't trusted yet; null in a browser, whose hub is the one that serves the page. */
export const hubDoor = desktop && {
  place: () => desktop.invoke('hub', undefined),
  ask: (asked: DesktopIn<'hubAsk'>) => desktop.invoke('hubAsk', asked),
  forget: () => desktop.invoke('hubForget', undefined),
  heldRefresh: (group: string) => desktop.invoke('heldRefresh', group),
  keepRefresh: (kept: DesktopIn<'keepRefresh'>) => desktop.invoke('keepRefresh', kept),
}

/** Main holds the key while the desk is unlocked, so that a reload or a second window doesn't ask; null in a browser. */
export const keyDoor = desktop && {
  held: (group: string) => desktop.invoke('heldKey', group),
  keep: (kept: DesktopIn<'keepKey'>) => desktop.invoke('keepKey', kept),
}

const aboutBrowser = async (): Promise<About> => {
  const { quota, usage } = navigator.storage ? await navigator.storage.estimate() : {}
  return {
    version: __PINLI_VERSION__,
    electron: '',
    chrome: /Chrom(?:e|ium)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? navigator.userAgent,
    platform: navigator.platform,
    engine: 'browser',
    profileFolder: '',
    freeBytes: quota === undefined ? null : quota - (usage ?? 0),
  }
}
