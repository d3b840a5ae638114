import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { licences } from '../renderer/shell/settings/licences.ts'

it.each(licences)('%s %s is under %s, as its package says', (name, version, licence) => {
  const found = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  expect([found.version, found.license]).toEqual([version, licence])
})
