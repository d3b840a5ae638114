// `npm run bench:bookings [-- --json]`: figures of companies and bookings, as a table or one JSON object.
import { bootstrapPackages } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { stayWith } from './run.mjs'
import { main } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await makeFresh('hub', 'benchBookings')
  return stayWith(process.execPath, [inRoot('dist', 'bench-bookings', 'main.mjs'), ...process.argv.slice(2)], { patience: 30_000 })
})
