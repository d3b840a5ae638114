import { existsSync } from 'node:fs'
import { onPath } from './run.mjs'

/** The Chromium (or Chrome, Edge) of this machine for the tests, or null. `PINLI_CHROMIUM` names another one. */
export const findChromium = () =>
  process.env.PINLI_CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(onPath).find(Boolean) ??
  [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ].find(existsSync) ??
  null
