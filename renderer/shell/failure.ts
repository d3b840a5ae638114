import { shallowRef, type App } from 'vue'
import type { Router } from 'vue-router'
import { about } from '../desktop.ts'
import { i18n } from '../i18n.ts'
import { copyText } from '../ui/copy-text.ts'
import { toast } from './toasts.ts'

/** A bug that reached the edge: its code is the same for the same place in the source. */
export type Failure = { code: string; name: string; stack: string[]; at: string }

/** The failure of the page in sight; the frame shows it in the page's place. */
export const failure = shallowRef<Failure | null>(null)

export const catchFailures = (app: App, router: Router): void => {
  app.config.errorHandler = error => {
    console.error(error)
    failure.value = failureOf(error)
  }
  const inBackground = (error: unknown) => {
    const found = failureOf(error)
    toast({ text: i18n.global.t('failure.background'), kind: 'error', action: { label: i18n.global.t('ui.copyDiagnostics'), run: () => void diagnostics(router, found).then(copyText) } })
  }
  window.addEventListener('unhandledrejection', event => inBackground(event.reason))
  window.addEventListener('error', event => { if (event.error) inBackground(event.error) })
  router.afterEach(() => { failure.value = null })
}

/** Keeps where it happened and what kind it was; messages may hold what a person typed, so they are dropped. */
export const failureOf = (error: unknown, at = new Date().toISOString()): Failure => {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  const places = (stack ?? '').split('\n').map(line => line.trim()).filter(line => line.startsWith('at ')).slice(0, 20)
  return { code: `UI-${fourHex(name + (places[0] ?? ''))}`, name, stack: places, at }
}

/** No personal data: versions, the page's route, and where it failed. */
export const diagnostics = async (router: Router, found: Failure | null): Promise<string> => {
  const { version, electron, chrome, platform, engine } = await about()
  const facts = [`Pinli ${version}`, `engine ${engine} ${electron} Chromium ${chrome}`, `platform ${platform}`, `language ${i18n.global.locale.value}`, `page ${String(router.currentRoute.value.name ?? '-')}`]
  return [...facts, ...(found ? [`code ${found.code} ${found.name} ${found.at}`, ...found.stack] : [])].join('\n')
}

const fourHex = (text: string): string => {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).toUpperCase().padStart(4, '0')
}
