// `npm run hub`: the hub from a fresh clone, rebuilt when its sources are newer. Ctrl+C ends it, its database last.
import { bootstrapPackages } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

/** A database that has much to write out takes its time; it is never cut off before. */
const STOP_MS = 120_000

await main(async () => {
  await bootstrapPackages()
  await makeFresh('renderer', 'hub')
  return stayWith(process.execPath, [inRoot('dist', 'hub.mjs'), ...process.argv.slice(2)], { patience: STOP_MS })
})
