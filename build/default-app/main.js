// Stands in for the default app that the development engine comes without: runs the folder named by the first argument that is no flag.
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')

const given = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (given === undefined) {
  process.stderr.write('usage: electron [flags] FOLDER\n')
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
