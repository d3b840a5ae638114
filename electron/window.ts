import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { placeWindow, smallest, stepAside, type Rectangle } from './bounds.ts'
import { offerAgain } from './crash.ts'
import { home } from './scheme.ts'
import { answerKeys } from './window-keys.ts'
import { keepWindowState, readWindowState } from './window-state.ts'

/** Opens a window where the last one stood, or a step beside the one in front. */
export const openWindow = (url = home): BrowserWindow => {
  const front = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const saved = readWindowState()
  const bounds = placeWindow(front ? stepAside(front.getNormalBounds()) : (saved?.bounds ?? null), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(smallest.width, bounds.width),
    minHeight: Math.min(smallest.height, bounds.height),
    show: false,
    title: '品立',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hidden' as const } : { frame: false }),
    webPreferences: {
      preload: join(app.getAppPath(), 'dist', 'electron', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (saved?.maximized && !front) window.maximize()
  window.once('ready-to-show', () => window.show())
  offerAgain(window)
  answerKeys(window.webContents)
  keepPlace(window)
  void window.loadURL(url)
  return window
}

export const controlWindow = (window: BrowserWindow, action: 'minimize' | 'maximize' | 'close'): void => {
  if (action === 'minimize') window.minimize()
  else if (action === 'close') window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}

/** Brings the window used last to the front. */
export const focusWindow = (): void => {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) return void openWindow()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

// The main screen's area comes first.
const workAreas = (): Rectangle[] => {
  const main = screen.getPrimaryDisplay()
  return [main, ...screen.getAllDisplays().filter(display => display.id !== main.id)].map(display => display.workArea)
}

const keepPlace = (window: BrowserWindow): void => {
  let later: NodeJS.Timeout | undefined
  const keep = (): void => keepWindowState({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  const soon = (): void => {
    clearTimeout(later)
    later = setTimeout(keep, 400)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', () => {
    clearTimeout(later)
    keep()
  })
}
