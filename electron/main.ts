import { app, shell } from 'electron'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isListedLink } from '#shared/lib/links.ts'
import { engineKind, freeBytes } from './engine.ts'
import { saveFile } from './files.ts'
import { guardPages } from './guard.ts'
import { hubDoor } from './hub/door.ts'
import { answerPages } from './ipc.ts'
import { keptSecret, keptSecrets } from './kept-secret.ts'
import { setMenu } from './menu.ts'
import { refusedUrl } from './notice.ts'
import { outboxMirror } from './outbox-mirror.ts'
import { openProfile } from './profile.ts'
import { registerScheme, serveScheme } from './scheme.ts'
import { controlWindow, focusWindow, openWindow } from './window.ts'

app.setName('Pinli')
registerScheme()
const profile = openProfile()

if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
}

function start(): void {
  setMenu()
  const hub = hubDoor(join(profile.folder, 'hub.json'))
  serveScheme(() => hub.place()?.address ?? null)
  guardPages()
  if (profile.refused) {
    const emptyFolder = app.getPath('userData')
    app.on('quit', () => rmSync(emptyFolder, { recursive: true, force: true, maxRetries: 3 }))
    openWindow(refusedUrl(profile.refused.profile, profile.refused.engine, profile.folder))
    return
  }
  const refresh = keptSecrets(join(profile.folder, 'logins'))
  const key = keptSecret(join(profile.folder, 'key.bin'))
  const mirror = outboxMirror(join(profile.folder, 'outbox'))
  answerPages({
    about: async () => ({
      version: __PINLI_VERSION__,
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
      engine: engineKind,
      profileFolder: profile.folder,
      freeBytes: await freeBytes(profile.folder),
    }),
    newWindow: () => void openWindow(),
    windowControl: (action, window) => controlWindow(window, action),
    openLink: async url => {
      if (!isListedLink(url)) return false
      await shell.openExternal(url)
      return true
    },
    saveFile: ({ name, bytes }, window) => saveFile(window, name, bytes),
    mirrorGroups: () => mirror.groups(),
    mirrorRead: group => mirror.read(group),
    mirrorAppend: ({ group, records }) => mirror.append(group, records),
    mirrorReplace: ({ group, records }) => mirror.replace(group, records),
    hub: () => hub.place(),
    hubAsk: asked => hub.ask(asked),
    hubForget: async () => {
      await refresh.forget()
      hub.forget()
    },
    heldRefresh: group => refresh.of(group).held(),
    keepRefresh: ({ group, token }) => refresh.of(group).keep(token),
    heldKey: async group => {
      const [whose, held = null] = (await key.held())?.split(' ') ?? []
      return whose === group ? held : null
    },
    keepKey: kept => key.keep(kept && `${kept.group} ${kept.key}`),
  })
  openWindow()
}
