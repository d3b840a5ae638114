import { expect, type Locator, type Page } from '@playwright/test'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { StoredCatalogue } from '../../renderer/db/database.ts'

/** The import page as a person uses it. `Files` are paths, or names with bytes. */
export type Files = string[] | { name: string; mimeType: string; buffer: Buffer }[]

export const importPage = (page: Page) => {
  const foot = page.locator('.imp-foot')
  const self = {
    open: async (): Promise<void> => {
      await page.evaluate(() => { location.hash = '#/standards/import' })
      await expect(page.locator('.imp h1')).toBeVisible()
    },
    /** Chooses files and waits until each has been looked at. */
    choose: async (files: Files): Promise<void> => {
      await page.locator('.imp input[type=file]').setInputFiles(files)
      await expect(page.locator('.imp .files tbody tr').first()).toBeVisible()
      await expect(foot.getByText('正在看文件')).toHaveCount(0)
    },
    /** What stands under the name of a file that can't be read. */
    fault: (name: string): Locator => page.locator('.files tr', { hasText: name }).getByRole('alert'),
    date: (day: string) => page.getByLabel('目录日期', { exact: true }).fill(day),
    add: () => page.getByRole('radio', { name: /并入现有目录/ }).check(),
    next: async (): Promise<void> => {
      await page.keyboard.press('Control+Enter')
      await expect(page.locator('table.map')).toBeVisible()
    },
    tab: (name: string) => page.getByRole('tab', { name }).click(),
    map: (column: string, target: string) => page.getByLabel(`“${column}”对应`, { exact: true }).selectOption({ label: target }),
    start: () => page.keyboard.press('Control+Enter'),
    cancel: () => page.getByRole('button', { name: '取消导入' }).click(),
    ended: async (): Promise<Sum> => {
      await expect(page.getByRole('heading', { name: /目录已换好|已并入目录/ })).toBeVisible({ timeout: 100_000 })
      return self.sum()
    },
    sum: async (): Promise<Sum> => {
      const figures = await page.locator('.sum dd').allInnerTexts()
      const [kept = NaN, merged = NaN, refused = NaN, read = NaN] = figures.map(figure => Number(figure.replace(/\D/g, '')))
      return { kept, merged, refused, read }
    },
    again: () => page.getByRole('button', { name: '再导入' }).click(),
    exportRefused: () => page.getByRole('button', { name: '导出拒收清单' }).click(),
  }
  return self
}

export type Sum = { kept: number; merged: number; refused: number; read: number }

/** What the computer's store holds as the active catalogue. */
export const heldCatalogue = (page: Page): Promise<{ id: string; meta: CatalogueMeta } | null> =>
  page.evaluate(() => new Promise<StoredCatalogue | null>((resolve, reject) => {
    const opening = indexedDB.open('pinli')
    opening.onerror = () => reject(new Error('the store does not open'))
    opening.onsuccess = () => {
      const asked = opening.result.transaction('catalogues').objectStore('catalogues').getAll() as IDBRequest<StoredCatalogue[]>
      asked.onsuccess = () => {
        opening.result.close()
        if (asked.result.length > 1) reject(new Error('two catalogues are active'))
        else resolve(asked.result[0] ?? null)
      }
    }
  }))
