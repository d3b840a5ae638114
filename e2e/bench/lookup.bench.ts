// The lookup in a real window on a real catalogue: what a key costs in the worker and until its results are laid out, what opening costs
// beside a bare read of the same bytes, and what the renderer holds when it rests. Started by build/bench-lookup.mjs.
import { test, type Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronDesk } from '../desk-electron.ts'
import { firstStart } from '../pages/first-start.ts'
import { lookupPage } from '../pages/lookup-page.ts'
import { deleteProfile, freshProfile } from '../profiles.ts'
import { observeKeys, readBare, storeCatalogue } from './in-page.ts'
import { quantile } from './quantile.ts'

const { PINLI_BENCH_CATALOGUE: folder = '', PINLI_BENCH_QUERIES: queriesFile = '', PINLI_BENCH_OUT: out = '' } = process.env

test('lookup', async () => {
  const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as string[]
  const profile = await freshProfile()
  const desk = await electronDesk(profile)
  try {
    await firstStart(desk.page)
    await putCatalogue(desk.page, folder)
    await desk.restart()
    const { page, app } = desk
    await page.addInitScript(observeKeys)
    await page.reload()
    const lookup = lookupPage(page)
    await lookup.open()

    // Both in turn, so that they meet the same machine.
    const [opened, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round < 9; round++) {
      opened.push(await page.evaluate(() => window.bench.reopen()))
      bare.push(await page.evaluate(readBare))
    }

    for (const query of queries) {
      await lookup.query.fill('')
      await page.evaluate(() => window.bench.cleared())
      for (const letter of query) {
        await (/[!-~ ]/.test(letter) ? page.keyboard.press(letter === ' ' ? 'Space' : letter) : page.keyboard.insertText(letter))
        await page.evaluate(() => window.bench.settled())
      }
    }
    const { worker, painted } = await page.evaluate(() => window.bench.figures())
    await page.waitForTimeout(10_000)
    const pid = await app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getOSProcessId())
    const memoryMB = await app!.evaluate(({ app: main }, of) => (main.getAppMetrics().find(process => process.pid === of)?.memory.workingSetSize ?? NaN) / 1024, pid)
    writeFileSync(out, JSON.stringify({
      workerP50: quantile(worker, 0.5), workerP95: quantile(worker, 0.95), workerP99: quantile(worker, 0.99),
      paintedP50: quantile(painted, 0.5), paintedP95: quantile(painted, 0.95), paintedP99: quantile(painted, 0.99),
      loadMs: quantile(opened, 0.5), bareReadMs: quantile(bare, 0.5), memoryMB, keystrokes: painted.length,
    }))
  } finally {
    await desk.close()
    await deleteProfile(profile)
  }
})

/** Hands the files to the page as a person's file choice would, and keeps them as an import does. */
const putCatalogue = async (page: Page, from: string): Promise<void> => {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'bench-files'
    document.body.append(input)
  })
  await page.locator('#bench-files').setInputFiles(['hot.bin', 'cold.bin'].map(name => join(from, name)))
  await page.evaluate(storeCatalogue, JSON.parse(readFileSync(join(from, 'catalogue.json'), 'utf8')) as object)
}
