// A page that crashes or hangs is offered again. What a page holds is in IndexedDB, so reopening it loses nothing.
import { dialog, type BrowserWindow } from 'electron'
import { goneUrl } from './notice.ts'
import { home, isOwnPage } from './scheme.ts'

export const offerAgain = (window: BrowserWindow): void => {
  const { webContents } = window
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const url = webContents.getURL()
    // Chromium is still tearing the old process down.
    setImmediate(() => void webContents.loadURL(goneUrl(isOwnPage(url) ? url : home)))
  })
  let asking = false
  window.on('unresponsive', () => {
    if (asking) return
    asking = true
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: '这一页没有响应。\nThis page does not respond.',
        detail: '已保存的内容都在本机。\nWhat was saved is on this computer.',
        buttons: ['继续等待 Wait', '重新打开 Reopen'],
        cancelId: 0,
      })
      .then(({ response }) => {
        asking = false
        if (response === 1) webContents.forcefullyCrashRenderer()
      })
  })
}
