// `npm run bench:hub [-- --json] [-- --seconds N]`: the hub's figures, as a table or one JSON object.
import { bootstrapPackages } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await makeFresh('hub', 'benchHub')
  return stayWith(process.execPath, [inRoot('dist', 'bench-hub', 'main.mjs'), ...process.argv.slice(2)], { patience: 30_000 })
})
