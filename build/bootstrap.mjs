// What a bare machine lacks: packages of npm, packages of the system.
import { existsSync, readFileSync } from 'node:fs'
import { inRoot, manifest } from './paths.mjs'
import { isRoot, npm, onPath, run } from './run.mjs'
import { during, percent, say, stop } from './say.mjs'

/** Installs exactly what package-lock.json names, when node_modules holds anything else. */
export const bootstrapPackages = async () => {
  const least = /\d+\.\d+/.exec(manifest.engines.node)[0]
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = least.split('.').map(Number)
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) stop(`Pinli needs Node ${least} or newer; this is ${process.versions.node}.`)
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
  if (installed(lock)) return
  const expected = Object.entries(lock).filter(([path, entry]) => path !== '' && forThisSystem(entry)).map(([path]) => inRoot(path, 'package.json'))
  const { code, out } = await during('Installing packages (npm ci)', () => npm(['ci', '--no-audit', '--no-fund', '--loglevel', 'error']), () => percent(expected.filter(existsSync).length, expected.length))
  if (code !== 0) stop(`npm ci failed:\n${out.trim()}`)
}

// npm leaves a lock of what it really installed; packages for other systems are missing from it.
const installed = lock => {
  const file = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(file)) return false
  const present = JSON.parse(readFileSync(file, 'utf8')).packages
  return Object.entries(lock).every(([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional === true))
}

const forThisSystem = ({ os, cpu, libc }) => (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true) && (libc?.includes('glibc') ?? true)

/** For a window: libraries of the engine, fonts for Chinese text. For tests also a display and a browser. Debian's names. */
const library = (name, file) => ({ name, here: async () => (await libraries()).includes(file) })
const program = (name, file = name) => ({ name, here: async () => onPath(file) !== null })
const windowPackages = [
  library('libnss3', 'libnss3.so'),
  library('libatk1.0-0', 'libatk-1.0.so.0'),
  library('libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'),
  library('libcups2', 'libcups.so.2'),
  library('libgtk-3-0', 'libgtk-3.so.0'),
  library('libgbm1', 'libgbm.so.1'),
  library('libasound2', 'libasound.so.2'),
  { name: 'fonts-noto-cjk', here: async () => hasChineseFont() },
]
const testPackages = [
  program('xvfb', 'Xvfb'),
  program('xauth'),
  program('chromium'),
  // A second version beside the one that npm brings. Only its programs are used, by clusters that tests make; other systems have other versions.
  { name: 'postgresql-15', here: async () => !isDebian12() || existsSync('/usr/lib/postgresql/15/bin/initdb') },
]

/** Installs the missing system packages where it may, else prints the one command. True when nothing is missing. */
export const bootstrapSystem = async ({ tests = false } = {}) => {
  if (process.platform !== 'linux') return true
  const missing = []
  for (const wanted of tests ? [...windowPackages, ...testPackages] : windowPackages) if (!(await wanted.here())) missing.push(wanted.name)
  if (missing.length === 0) return true
  if (!onPath('apt-get')) {
    say(`Missing on this system (names of Debian): ${missing.join(' ')}`)
    return false
  }
  if (!isRoot) {
    say(`Missing on this system. Install with:\n  sudo apt-get install -y ${missing.join(' ')}`)
    return false
  }
  return install(missing)
}

const install = async missing => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const patient = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=2']
  const names = await Promise.all(missing.map(presentName))
  const attempt = () => run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...names], { env })
  const label = `Installing system packages: ${names.join(' ')}`
  let last = await during(label, attempt)
  if (last.code !== 0) {
    await during('Refreshing the package lists (apt-get update)', () => run('apt-get', [...patient, 'update'], { env }))
    last = await during(label, attempt)
  }
  if (last.code !== 0) say(`apt-get failed:\n${last.out.trim().split('\n').slice(-5).join('\n')}`)
  known = null
  return last.code === 0
}

// Newer Debian and Ubuntu renamed the libraries with 64-bit time.
const presentName = async name => {
  if (!/^lib(atk|cups|gtk|asound)/.test(name)) return name
  const { code, out } = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`])
  return code === 0 && out.includes('Package:') ? `${name}t64` : name
}

const isDebian12 = () => {
  const lines = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8').split('\n') : []
  return lines.includes('ID=debian') && lines.includes('VERSION_ID="12"')
}

let known = null
const libraries = async () => (known ??= (await run(onPath('ldconfig') ?? '/sbin/ldconfig', ['-p'])).out)

const hasChineseFont = async () => {
  if (onPath('fc-list')) return (await run('fc-list', [':lang=zh', 'family'])).out.trim() !== ''
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
}
