// `npm run shots [-- FOLDER]`: pictures of the main screens, light and dark, 1366x768, into FOLDER (default out/shots).
// `--readme` also renews the picture of the README.
import { resolve } from 'node:path'
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { runPlaywright } from './e2e.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot } from './paths.mjs'
import { main, say } from './say.mjs'

await main(async () => {
  await bootstrapPackages()
  await bootstrapSystem({ tests: true })
  await makeFresh('renderer', 'electron', 'hub')
  const words = process.argv.slice(2)
  const folder = resolve(words.find(word => !word.startsWith('--')) ?? inRoot('out', 'shots'))
  const readme = words.includes('--readme') ? inRoot('build', 'readme', 'lookup.png') : ''
  const code = await runPlaywright(['screens', ...(readme ? [] : ['--project', 'electron'])], { env: { PINLI_SHOTS: folder, PINLI_README_SHOT: readme } })
  if (code === 0) say(`Pictures in ${folder}`)
  return code
})
