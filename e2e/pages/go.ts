import type { Page } from '@playwright/test'

/** Opens a path in the tab that is shown. */
export const go = (page: Page, path: string): Promise<void> => page.evaluate(to => { location.hash = `#${to}` }, path)
