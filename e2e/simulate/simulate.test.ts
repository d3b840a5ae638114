import { expect, test } from 'vitest'
import { runSeedOnDexie } from './dexie-store.ts'
import { PLANTS } from './plants.ts'
import { runSeed } from './seed.ts'
import { firstState } from './world.ts'

test('one seed run twice takes the same steps', async () => {
  const first = await firstState()
  for (const seed of [1, 7, 4242]) {
    const [one, two]: string[][] = [[], []]
    const runs = [await runSeed(first, seed, { say: line => one.push(line) }), await runSeed(first, seed, { say: line => two.push(line) })]
    expect(one.length).toBeGreaterThan(30)
    expect(two).toEqual(one)
    expect(runs[1]).toEqual(runs[0])
  }
  expect((await runSeed(first, 1)).trace).not.toBe((await runSeed(first, 2)).trace)
})

test('a run leaves the world it began with as it was', async () => {
  const first = await firstState()
  const before = JSON.stringify([...first.rows].map(([table, rows]) => [table, [...rows]]))
  await runSeed(first, 3)
  expect(JSON.stringify([...first.rows].map(([table, rows]) => [table, [...rows]]))).toBe(before)
})

test('some seeds, without a violation', async () => {
  const first = await firstState()
  for (let seed = 1; seed <= 40; seed++) expect(await runSeed(first, seed)).toMatchObject({ violation: null })
})

test('some seeds over the desk’s real database, without a violation, and a planted bug is caught there too', async () => {
  const first = await firstState()
  for (let seed = 1; seed <= 12; seed++) expect(await runSeedOnDexie(first, seed)).toMatchObject({ violation: null })
  let caught: string | null = null
  for (let seed = 1; seed <= 40 && caught === null; seed++) caught = (await runSeedOnDexie(first, seed, { plant: PLANTS.B14 })).violation
  expect(caught).toMatch(/^I\d/)
})

test('the plants are B1 to B16', () => expect(Object.keys(PLANTS)).toEqual(Array.from({ length: 16 }, (_, i) => `B${i + 1}`)))
