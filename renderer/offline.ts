/**
 * Lets the web build open without its server after one visit. Only on http(s), where a service worker can stand; the app
 * has its files with it. A new build takes over at the next start, never under a page in use.
 */
export const keepForOffline = (): void => {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return
  // A browser may refuse (private window, full disk): the page then works while the server runs.
  navigator.serviceWorker.register('./sw.js').catch(() => undefined)
}
