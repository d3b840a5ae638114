// What no page may do, whatever runs in it.
import { app, session, type WebContents } from 'electron'
import { closeUrl } from './notice.ts'
import { isOwnPage } from './scheme.ts'

/** Denies navigation away, new windows, embedded guests and permissions. After `ready`. */
export const guardPages = (): void => {
  app.on('web-contents-created', (_, contents) => guard(contents))
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) => answer(allowed.has(permission) && isOwnPage(contents.getURL())))
  session.defaultSession.setPermissionCheckHandler((_, permission, origin) => allowed.has(permission) && isOwnPage(origin.endsWith('/') ? origin : `${origin}/`))
}

/** Copying a citation, and asking Chromium not to clear the catalogue when the disk runs full. */
const allowed = new Set(['clipboard-sanitized-write', 'persistent-storage'])

const guard = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-navigate', (event, url) => {
    if (isOwnPage(url)) return
    event.preventDefault()
    if (url === closeUrl) contents.close()
  })
  contents.on('will-redirect', event => event.preventDefault())
}
