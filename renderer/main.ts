import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { benchmarks } from './benchmarks/contributions.ts'
import { bookings } from './bookings/contributions.ts'
import { companies } from './companies/contributions.ts'
import { contributionsKey, type Contribution } from './contribution.ts'
import { openDesk } from './db/desk.ts'
import { keepsNothing } from './db/keeps.ts'
import { mirrorFile } from './desktop.ts'
import { addMessages, i18n } from './i18n.ts'
import { instruments } from './instruments/contributions.ts'
import { labs } from './labs/contributions.ts'
import { keepForOffline } from './offline.ts'
import { createAppRouter } from './router.ts'
import { catchFailures } from './shell/failure.ts'
import { sayHowOpened } from './shell/desk-opened.ts'
import { useHub } from './shell/hub/hub.store.ts'
import { askKey, locked, lockWhenIdle, lookWhetherLocked } from './shell/lock/lock.ts'
import { installPages } from './shell/pages.ts'
import { askBeforeLeaving } from './shell/plain/leaving.ts'
import { useSettings } from './shell/settings.store.ts'
import { standards } from './standards/contributions.ts'
import { hubFiles } from './sync/hub-files.ts'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/frame.css'
import './ui/styles/controls.css'
import './ui/styles/overlays.css'
import './print/sheet.css'
import './shell/styles/options.css'
import './shell/styles/first-start.css'
import './shell/styles/palette.css'
import './shell/styles/key-sheet.css'
import './shell/styles/settings.css'
import './shell/styles/hub.css'
import './shell/styles/sync.css'
import './shell/styles/users.css'

const contributions: Contribution[] = [standards, bookings, labs, instruments, benchmarks, companies]

const app = createApp(App)
app.use(createPinia()).use(i18n)
const router = createAppRouter(contributions, async () => (await useHub().prepared, useHub().account !== null))
addMessages(contributions)
app.provide(contributionsKey, contributions)
catchFailures(app, router)
installPages(app, router, contributions)

// The look, and whether the desk is locked, is known before anything is painted.
await Promise.all([useSettings().load(), lookWhetherLocked()])
void openDesk(mirrorFile ?? null, askKey).then(async desk => {
  locked.value = null
  void sayHowOpened(desk)
  if (!desk.ok) return
  const hub = useHub()
  // Locking clears a page that keeps nothing: what waits would be lost unasked.
  lockWhenIdle(desk.value.group, () => (keepsNothing && hub.status.waiting > 0 ? Infinity : useSettings().lockMinutes))
  if (keepsNothing) askBeforeLeaving(() => hub.status.waiting)
  await hub.start(desk.value)
  if (hub.address !== null) for (const { atHub } of contributions) atHub?.(hubFiles(hub.address))
})
app.use(router).mount('#app')
keepForOffline()
