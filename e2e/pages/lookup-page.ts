import { expect, type Locator, type Page } from '@playwright/test'
import { LOOKUP_PATH } from '../../renderer/standards/paths.ts'

/** The lookup as a person uses it. */
export const lookupPage = (page: Page) => {
  const query = page.getByRole('combobox', { name: '标准编号或名称' })
  const rows = page.locator('.rows .row')
  const self = {
    query,
    rows,
    total: page.locator('.bar .total'),
    selected: page.locator('.rows .row[aria-selected="true"]'),
    preview: page.locator('.preview'),
    open: async (): Promise<void> => {
      await page.evaluate(path => { location.hash = `#${path}` }, LOOKUP_PATH)
      await expect(query).toBeFocused()
    },
    /** Types in place of what stood there and waits for the answer to it. */
    type: async (text: string): Promise<void> => {
      await query.fill('')
      await query.pressSequentially(text)
      await expect(page.locator('.lookup .bar')).toHaveAttribute('data-answers', text)
    },
    numbers: () => rows.locator('.code').allInnerTexts(),
    facet: (name: string): Locator => page.locator('.lookup > .facets').getByRole('checkbox', { name, exact: false }),
    asOf: async (day: string): Promise<void> => {
      if (!(await page.getByLabel('查询日期').isVisible())) await page.getByTitle('换一天看状态').click()
      await page.getByLabel('查询日期').fill(day)
      await page.getByLabel('查询日期').press('Enter')
      await expect(page.getByRole('button', { name: `按 ${day}` })).toBeVisible()
    },
    /** What an input method does: letters spelled one by one over a selection of candidates, then the word chosen. */
    compose: async (spelled: string[], chosen: string): Promise<void> => {
      const session = await page.context().newCDPSession(page)
      for (const text of spelled) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      if (chosen !== '') await session.send('Input.insertText', { text: chosen })
      await session.detach()
    },
  }
  return self
}
