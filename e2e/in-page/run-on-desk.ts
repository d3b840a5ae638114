import type { Page } from '@playwright/test'
import { build } from 'vite'
import { join } from 'node:path'
import type { CommandName } from '#shared/commands.ts'
import type { TableName } from '#shared/sync/tx.ts'
import type { AppTables } from '#shared/tables.ts'
import type { ArgsOf } from '../../renderer/db/run.ts'
import { root } from '../root.ts'

let built: Promise<string> | null = null

/** Gives a command on a desk whose pages don't give it yet. */
export const runOnDesk = async <N extends CommandName>(page: Page, name: N, args: ArgsOf<N>): Promise<void> => {
  await bring(page)
  const ran = await page.evaluate(([command, given]) => (globalThis as unknown as { runCommand: (name: string, args: unknown) => Promise<{ ok: boolean }> }).runCommand(command, given), [name, args] as const)
  if (!ran.ok) throw new Error(`${name}: ${JSON.stringify(ran)}`)
}

/** A row as the desk of the page reads it; null = it isn't there. */
export const rowOf = async (page: Page, table: string, id: string): Promise<unknown> => {
  await bring(page)
  return page.evaluate(([name, key]) => (globalThis as unknown as { readRow: (table: string, id: string) => Promise<unknown> }).readRow(name, key), [table, id] as const)
}

/** Puts rows into a desk as if the hub had sent them; their complex is the desk's. */
export const putOnDesk = async <N extends TableName<AppTables>>(page: Page, table: N, rows: readonly Omit<AppTables[N], 'complex'>[]): Promise<void> => {
  await bring(page)
  await page.evaluate(([name, all]) => (globalThis as unknown as { putRows: (table: string, rows: unknown) => Promise<void> }).putRows(name, all), [table, rows] as const)
}

const bring = async (page: Page): Promise<void> => {
  const code = await (built ??= buildRun())
  const there = await page.evaluate(() => 'runCommand' in globalThis)
  if (!there) await page.evaluate(code)
}

const buildRun = async (): Promise<string> => {
  const made = await build({
    configFile: false, envDir: false, logLevel: 'warn', root,
    build: { write: false, minify: false, target: 'chrome109', lib: { entry: join(root, 'e2e', 'in-page', 'run.ts'), formats: ['iife'], name: 'inPage' } },
  })
  const [{ output }] = made as unknown as { output: { code: string }[] }[]
  return output[0].code
}
