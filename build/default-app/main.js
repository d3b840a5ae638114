// Stands in for the default app that the development engine comes without: runs the folder named by the first argument that is no
// flag, after the module named by `-r`, as the official one does.
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')

const words = process.argv.slice(1)
const at = words.indexOf('-r')
const [, first] = at < 0 ? [] : words.splice(at, 2)
if (first !== undefined) require(resolve(first))

const given = words.find(word => !word.startsWith('-'))
if (given === undefined) {
  process.stderr.write('usage: electron [flags] [-r MODULE] FOLDER\n')
  app.exit(2)
} else {
  const folder = resolve(given)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  require(join(folder, manifest.main))
}
