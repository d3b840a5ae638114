// `npm run killtest -- --rounds N [--json]`: hub, PostgreSQL and a browser killed while desks book; built fresh from the product's code.
import { bootstrapPackages } from './bootstrap.mjs'
import { findChromium } from './chromium.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await makeFresh('hub', 'killtest')
  const chromium = findChromium()
  return stayWith(process.execPath, [inRoot('dist', 'killtest', 'main.mjs'), ...process.argv.slice(2)], { env: chromium && { PINLI_TEST_CHROMIUM: chromium } })
})
