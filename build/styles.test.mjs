// Styles of a page stay on it: styles once loaded never go, so a bare `.head` of one page would dress that of another.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRoot } from './paths.mjs'

/** Where the rules of each file hold. `renderer/ui` dresses parts that stand everywhere; styles in a component are scoped. */
const roots = {
  'standards/lookup/lookup.css': /^\.lookup\b/,
  'standards/standard/standard.css': /^\.standard-page\b/,
  'standards/parts/facts.css': /^:is\(\.lookup, \.standard-page\)$/,
  'standards/import/import.css': /^\.imp\b/,
  'print/sheet.css': /\.sheet\b/,
  'shell/styles/first-start.css': /^\.bareapp\b/,
  'shell/styles/options.css': /^:is\(\.bareapp, \.setw\)$/,
  'shell/styles/hub.css': /^(?:\.(?:joining|bareapp)\b|:is\(\.joining, \.codedlg\)$)/,
  'shell/styles/sync.css': /^\.syncw\b/,
  'shell/styles/users.css': /^\.(?:usw|roledlg|codedlg|joinslip)\b/,
  'shell/styles/palette.css': /^\.pal\b/,
  'shell/styles/key-sheet.css': /\.keysheet\b/,
  'shell/styles/settings.css': /^\.(?:setw|linkdlg)\b/,
}

/** Selectors of the rules that stand in no other rule; those inside `@media` and its like count. */
const outerSelectors = css => {
  const found = []
  const open = []
  for (const [, prelude, brace] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g)) {
    const text = prelude.trim()
    if (brace === '}') open.pop()
    if (brace !== '{') continue
    if (!text.startsWith('@') && open.every(outer => outer.startsWith('@'))) found.push(...text.split(/,(?![^(]*\))/).map(each => each.trim()))
    open.push(text)
  }
  return found
}

it('finds the selectors of a style sheet', () => {
  expect(outerSelectors('.a { color: red; .b { top: 0; } @media (x) { .c { top: 0; } } } @media (y) { .d, .e:is(.f, .g) { top: 0; } }')).toEqual(['.a', '.d', '.e:is(.f, .g)'])
})

it.each(Object.entries(roots))('%s stays below its root', (file, root) => {
  const selectors = outerSelectors(readFileSync(inRoot('renderer', file), 'utf8'))
  expect(selectors.length).toBeGreaterThan(0)
  expect(selectors.filter(selector => !root.test(selector) && selector !== '@page')).toEqual([])
})

it('knows every style sheet outside renderer/ui', () => {
  const files = readdirSync(inRoot('renderer'), { recursive: true }).map(file => String(file).replaceAll('\\', '/')).filter(file => file.endsWith('.css') && !file.startsWith('ui/'))
  expect(files.sort()).toEqual(Object.keys(roots).sort())
})
