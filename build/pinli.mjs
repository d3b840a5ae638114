// `npm run -s pinli -- COMMAND`: the command line, rebuilt when its sources are newer. stdout carries its data alone.
import { bootstrapPackages } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await makeFresh('pinli')
  return stayWith(process.execPath, [inRoot('dist', 'pinli.mjs'), ...process.argv.slice(2)])
})
