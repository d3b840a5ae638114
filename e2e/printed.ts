import type { Page } from '@playwright/test'
import type { Desk } from './desk.ts'

/** What the window prints, as its style sheets lay it out: how many pages, and the size of the first in mm. */
export const printed = async ({ app, page }: Desk): Promise<{ pages: number; size: number[] }> => {
  const pdf = await (app ? app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0].webContents.printToPDF({ preferCSSPageSize: true })).toString('latin1')) : page.pdf({ preferCSSPageSize: true }).then(bytes => bytes.toString('latin1')))
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  return { pages: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, size: [width, height].map(points => Math.round((Number(points) / 72) * 25.4)) }
}

/** Counts what would open the system's print dialog, and opens none. */
export const countPrints = (page: Page): Promise<void> => page.evaluate(() => { window.print = () => { document.body.dataset['prints'] = String(Number(document.body.dataset['prints'] ?? 0) + 1) } })
