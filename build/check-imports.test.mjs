import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkImports } from './check-imports.mjs'

let folder
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Lays a tree of `path -> text` and checks it. */
const check = files => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-imports-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return checkImports(folder)
}

const sound = {
  'shared/lib/dates.ts': 'export const day = 1',
  'shared/standards/number.ts': "import { z } from 'zod'\nimport { day } from '#shared/lib/dates.ts'\nexport const n = z.literal(day)",
  'shared/standards/number.test.ts': "import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'\nimport { n } from './number.ts'\ntest(String(n), () => readFileSync)",
  'shared/words/standards.ts': "import { n } from '#shared/standards/number.ts'\nexport const w = n",
  'renderer/ui/PlButton.vue': '<script setup lang="ts">\nimport { ref } from \'vue\'\nref(0)\n</script>\n<template><button></button></template>',
  'renderer/ui/button.css': '',
  'renderer/db/database.ts': "import Dexie from 'dexie'\nexport const d = Dexie",
  'renderer/standards/page.ts': "import { d } from '../db/database.ts'\nimport '../ui/button.css'\nexport const p = [d, () => import('../ui/PlButton.vue'), new Worker(new URL('./search.worker.ts', import.meta.url))]",
  'renderer/standards/search.worker.ts': '// import nothing from "../bookings/page.ts"\nexport const text = "import x from \'electron\'"',
  'renderer/bookings/page.ts': 'export const p = 1',
  'renderer/main.ts': "import { p } from './standards/page.ts'\nimport { p as q } from './bookings/page.ts'\nexport const all = [p, q]",
  'electron/main.ts': "import { app } from 'electron'\nimport { join } from 'node:path'\nimport { day } from '#shared/lib/dates.ts'\nexport const m = [app, join, day]",
  'hub/cli/main.ts': "import { n } from '#shared/standards/number.ts'\nexport const c = n",
  'e2e/desk.spec.ts': "import { test } from '@playwright/test'\nimport { d } from '../renderer/db/database.ts'\ntest(String(d), () => undefined)",
}

test('a sound tree has no breach', () => expect(check(sound)).toEqual([]))

test.each([
  ['renderer imports electron', 'renderer/a/x.ts', "import '../../electron/main.ts'", /renderer may not import electron/],
  ['electron imports hub', 'electron/x.ts', "import '../hub/cli/main.ts'", /electron may not import hub/],
  ['hub imports renderer', 'hub/x.ts', "import '../renderer/main.ts'", /hub may not import renderer/],
  ['shared imports renderer', 'shared/lib/x.ts', "import '../../renderer/main.ts'", /shared may not import renderer/],
  ['shared against the order', 'shared/lib/x.ts', "import '#shared/standards/number.ts'", /standards comes after lib/],
  ['words from below', 'shared/standards/x.ts', "import type { w } from '#shared/words/standards.ts'", /words comes after standards/],
  ['an area of shared that has no place', 'shared/elsewhere/x.ts', "import '#shared/lib/dates.ts'", /comes after/],
  ['across folders of shared without #shared', 'shared/standards/x.ts', "import '../lib/dates.ts'", /write #shared/],
  ['shared by a relative path', 'electron/x.ts', "import '../shared/lib/dates.ts'", /write #shared/],
  ['one feature imports another', 'renderer/standards/x.ts', "import '../bookings/page.ts'", /standards may not import bookings/],
  ['a feature imports the frame', 'renderer/shell/frame.ts', "import '../standards/page.ts'", /shell may not import standards/],
  ['ui knows a feature, lazily', 'renderer/ui/x.ts', "export const load = () => import('../standards/page.ts')", /ui may not import standards/],
  ['db knows a feature, by type', 'renderer/db/x.ts', "export type P = import('../standards/page.ts').p", /db may not import standards/],
  ['a feature in a .vue file', 'renderer/bookings/X.vue', '<script setup lang="ts">\nimport { p } from \'../standards/page.ts\'\n</script>', /bookings may not import standards/],
  ['a worker of another feature', 'renderer/bookings/x.ts', "new Worker(new URL('../standards/search.worker.ts', import.meta.url))", /bookings may not import standards/],
  ['a package away from home', 'renderer/standards/x.ts', "import Dexie from 'dexie'", /its home is renderer\/db/],
  ['a part of a package away from home', 'renderer/shell/x.ts', "import 'dexie/dist/dexie.mjs'", /its home is renderer\/db/],
  ['a package without a home', 'renderer/ui/x.ts', "import _ from 'lodash'", /without a home/],
  ['a test package in the product', 'shared/lib/x.ts', "import fc from 'fast-check'", /without a home/],
  ['Node in shared', 'shared/lib/x.ts', "import { readFileSync } from 'node:fs'", /Node is not in shared/],
  ['Node in renderer', 'renderer/ui/x.ts', "import { join } from 'node:path'", /Node is not in renderer/],
  ['a clock in shared', 'shared/lib/x.ts', 'export const now = () => Date.now()', /Date\.now\( is not in shared/],
  ['the DOM in shared', 'shared/lib/x.ts', 'export const t = () => document.title', /document\. is not in shared/],
  ['a runtime smuggled into shared', 'shared/lib/x.ts', 'declare const process: { cwd(): string }\nexport const p = process', /declared in shared\/lib\/web\.d\.ts/],
  ['no extension', 'renderer/db/x.ts', "import { d } from './database'", /the extension is written out/],
  ['.js for .ts', 'renderer/db/x.ts', "import { d } from './database.js'", /no such file/],
  ['a barrel', 'renderer/db/index.ts', "export * from './database.ts'\nexport { d } from './database.ts'", /a barrel/],
])('catches: %s', (_, path, text, message) => {
  expect(check({ ...sound, [path]: text }).filter(line => line.startsWith(path))).toEqual([expect.stringMatching(message)])
})

test('catches a cycle, of types too', () => {
  const found = check({ ...sound, 'shared/lib/a.ts': "import type { B } from './b.ts'\nexport type A = B", 'shared/lib/b.ts': "export type B = import('./c.ts').C", 'shared/lib/c.ts': "import { type A } from './a.ts'\nexport type C = A" })
  expect(found).toEqual(['shared/lib/a.ts -> shared/lib/b.ts -> shared/lib/c.ts -> shared/lib/a.ts: a cycle'])
})
