// `npm run check:imports`: holds the sources against import-rules.mjs. Reads imports as TypeScript does, so that comments and
// strings don't count.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { nodeIn, notInShared, ofFeature, packages, rendererParts, runtimes, sharedOrder, testPackages, testsMay } from './import-rules.mjs'
import { root } from './paths.mjs'
import { main, say } from './say.mjs'

/** Every breach below `folder`, one line each: `file: what`. */
export const checkImports = folder => {
  const files = Object.keys(runtimes).flatMap(runtime => sourcesIn(join(folder, runtime))).map(path => readSource(folder, path))
  return [...files.flatMap(file => breaches(folder, file)), ...cycles(files)]
}

const sourcesIn = folder =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.(?:ts|vue|mjs)$/.test(entry.name))
        .map(entry => join(entry.parentPath ?? entry.path, entry.name))
        .filter(path => !path.includes('node_modules'))
    : []

const readSource = (folder, path) => {
  const name = relative(folder, path).split(sep).join('/')
  const text = readFileSync(path, 'utf8')
  const code = path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(found => found[1]).join('\n') : text
  const specifiers = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName)
  const byUrl = name.startsWith('build/') ? [] : [...code.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g)].map(found => found[1])
  const imports = [...specifiers, ...byUrl].map(specifier => ({ specifier, target: targetOf(name, specifier) }))
  return { name, code, imports, isTest: /\.(?:test|spec)\.\w+$/.test(name) || name.startsWith('e2e/') }
}

/** Path of an imported file from the root; null for a package. */
const targetOf = (name, specifier) => {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#shared/')) return bare.slice(1)
  return bare.startsWith('.') ? join(dirname(name), bare).split(sep).join('/') : null
}

const breaches = (folder, file) => [
  ...file.imports.flatMap(entry => (entry.target === null ? packageBreach(file, entry) : fileBreach(folder, file, entry))),
  ...(isBarrel(file) ? [`${file.name}: a barrel; import from the file that holds the thing`] : []),
  ...runtimeNames(file),
]

const fileBreach = (folder, file, { specifier, target }) => {
  const breach = text => [`${file.name}: ${specifier}: ${text}`]
  if (extname(target) === '' || !existsSync(join(folder, target))) return breach('no such file; the extension is written out')
  const [from, to] = [file.name, target].map(path => path.split('/')[0])
  const may = [...(runtimes[from] ?? []), ...(file.isTest ? (testsMay[from] ?? []) : [])]
  if (!may.includes(to)) return breach(`${from} may not import ${to}`)
  if (to === 'shared' && from !== 'build' && !specifier.startsWith('#shared/') && areaOf(file.name) !== areaOf(target)) return breach('write #shared/…')
  if (file.isTest) return []
  if (from === 'shared' && !inOrder(file.name, target)) return breach(`in shared, ${areaOf(target)} comes after ${areaOf(file.name)}`)
  if (from === 'renderer' && to === 'renderer' && !partMay(areaOf(file.name), areaOf(target))) return breach(`in renderer, ${areaOf(file.name)} may not import ${areaOf(target)}`)
  return []
}

const areaOf = path => path.split('/')[1]

const inOrder = (name, target) => {
  const [from, to] = [name, target].map(path => sharedOrder.indexOf(areaOf(path)))
  return from >= 0 && to >= 0 && to <= from
}

const partMay = (from, to) => {
  const may = rendererParts[from] ?? ofFeature
  return from === to || may === 'everything' || may.includes(to)
}

const packageBreach = (file, { specifier }) => {
  const breach = text => [`${file.name}: ${specifier}: ${text}`]
  const runtime = file.name.split('/')[0]
  if (specifier.startsWith('node:')) return file.isTest || nodeIn.includes(runtime) ? [] : breach(`Node is not in ${runtime}`)
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  if ((file.isTest || isFixture(file)) && testPackages.includes(name)) return []
  if (runtime === 'build' && ['typescript', 'vitest'].includes(name)) return []
  const home = packages[name]
  if (!home) return breach('a package without a home; it gets its line in build/import-rules.mjs')
  return home.in.some(place => file.name.startsWith(`${place}/`)) ? [] : breach(`its home is ${home.in.join(', ')}`)
}

/** What tests share; the other rules hold for it as for any file. */
const isFixture = ({ name }) => /\.fixture\.\w+$/.test(name)

const isBarrel = ({ name, code }) => {
  if (!name.endsWith('.ts')) return false
  const { statements } = ts.createSourceFile(name, code, ts.ScriptTarget.ES2022)
  return statements.length > 0 && statements.every(statement => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
}

const runtimeNames = ({ name, code, isTest }) => {
  if (!name.startsWith('shared/') || isTest || name === 'shared/lib/web.d.ts') return []
  if (/\bdeclare\s+(?:const|let|var|function|class|global)\b/.test(withoutComments(code))) return [`${name}: what both runtimes have is declared in shared/lib/web.d.ts`]
  const found = notInShared.exec(withoutComments(code))
  return found ? [`${name}: ${found[0]} is not in shared; take it as an argument`] : []
}

const withoutComments = code => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")

/** Each cycle once, as the path around it. */
const cycles = files => {
  const graph = new Map(files.map(({ name, imports }) => [name, imports.map(({ target }) => target).filter(Boolean)]))
  const done = new Set()
  const path = []
  const found = []
  const visit = name => {
    const start = path.indexOf(name)
    if (start >= 0) return void found.push(`${[...path.slice(start), name].join(' -> ')}: a cycle`)
    if (done.has(name)) return
    path.push(name)
    for (const next of graph.get(name) ?? []) visit(next)
    path.pop()
    done.add(name)
  }
  for (const name of graph.keys()) visit(name)
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const found = checkImports(root)
    for (const line of found) say(line)
    say(found.length === 0 ? 'imports: no breach' : `imports: ${found.length} ${found.length === 1 ? 'breach' : 'breaches'}`)
    return found.length === 0 ? 0 : 1
  })
}
