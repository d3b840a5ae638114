// Read by electron-builder; build/dist.mjs gives it the engine and the targets.
const { rm } = require('node:fs/promises')
const { join } = require('node:path')

const binaryOf = ({ appOutDir, electronPlatformName, packager }) =>
  electronPlatformName === 'darwin'
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'MacOS', packager.appInfo.productFilename)
    : join(appOutDir, electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : packager.executableName)

module.exports = {
  appId: 'cn.pinli.desktop',
  productName: 'Pinli',
  artifactName: 'pinli-${version}-${os}-${arch}.${ext}',
  // Packages are bundled by Vite; the hub, tests and sources stay out.
  files: ['dist/electron/**', 'dist/renderer/**', 'package.json', '!node_modules/**'],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],
  linux: { target: ['dir', 'deb'], executableName: 'pinli', category: 'Office', synopsis: '品立：标准查询', maintainer: 'Pinli <pinli@localhost>', icon: 'build/icons' },
  deb: { packageCategory: 'misc' },
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }], icon: 'build/icons/512x512.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: ['dir'], icon: 'build/icons/512x512.png' },
  afterPack: async context => {
    const resources = join(context.appOutDir, 'resources')
    // The loader of the development engine; official ones have a default app that electron-builder removes itself.
    for (const name of ['default_app.asar', 'default_app.asar.sha256']) await rm(join(resources, name), { force: true })
    const { setFuses } = await import('./fuses.mjs')
    for (const line of await setFuses(binaryOf(context), context.electronPlatformName)) process.stderr.write(`  fuse ${line}\n`)
  },
}
