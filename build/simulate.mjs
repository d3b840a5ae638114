// `npm run simulate` and `npm run simulate:bugs`: the model of desks, hub and a bad network, built fresh from the product's code.
import { bootstrapPackages } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await makeFresh('simulate')
  return stayWith(process.execPath, [inRoot('dist', 'simulate.mjs'), ...process.argv.slice(2)])
})
