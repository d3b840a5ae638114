import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globalRisk, type Risk, type RiskQuestion } from './risk.ts'
import { normalOf, seeded } from './seeded.fixture.ts'

const risk = (question: RiskQuestion): Risk => {
  const found = globalRisk(question)
  if (!found.ok) throw new Error(found.problem.at)
  return found.value
}

// In-tolerance probability 95 %, T = 1, um = U/2 = 1/(2 TUR).
test.each([[4, 'T', 0.008583, 0.015537], [4, 'T-U', 0.000208, 0.103572], [2, 'T', 0.013373, 0.041775], [2, 'T-U', 0.000359, 0.329209], [1.5, 'T', 0.015412, 0.066245], [1.5, 'T-U', 0.000438, 0.534857]])('TUR %f, A = %s', (TUR, A, pfa, pfr) => {
  const found = risk({ s0: 1 / 1.959963984540054, um: 1 / (2 * TUR), T: 1, A: A === 'T' ? 1 : 1 - 1 / TUR })
  expect([Math.round(found.pfa * 1e6) / 1e6, Math.round(found.pfr * 1e6) / 1e6]).toEqual([pfa, pfr])
})

// Recomputed with the adaptive quadrature of scipy 1.17.
test.each<[s0: number, um: number, T: number, A: number, pfa: number, pfr: number]>([
  [1, 0.1, 2, 1.9, 0.000823101666697816, 0.014004517498511958],
  [1, 0.01, 1, 1, 0.0019185491186977839, 0.0019427449813565673],
  [1, 5, 1, 2, 0.09406866830826398, 0.4716447628178233],
  [0.3, 0.2, 1, 0.5, 2.4130932339139174e-6, 0.16466215112431032],
  [2, 0.001, 1, 0.99, 0, 0.003525086733589006],
  [1, 0.5, 8, 7, 1.756491242219893e-17, 3.825390058571874e-10],
])('s0 %f, um %f, T %f, A %f', (s0, um, T, A, pfa, pfr) => {
  const found = risk({ s0, um, T, A })
  expect(Math.abs(found.pfa - pfa)).toBeLessThan(1e-12)
  expect(Math.abs(found.pfr - pfr)).toBeLessThan(1e-12)
})

test.each([[1, 0.4, 1.5, 1.3], [0.8, 1.2, 1, 0.7], [2, 0.3, 1, 1.4]])('items made and measured by seed: s0 %f, um %f, T %f, A %f', (s0, um, T, A) => {
  const uniform = seeded(20261128)
  const next = (): number => normalOf(uniform)
  const count = 400_000
  let [falselyAccepted, falselyRejected] = [0, 0]
  for (let i = 0; i < count; i++) {
    const item = s0 * next()
    const accepted = Math.abs(item + um * next()) <= A
    if (accepted && Math.abs(item) > T) falselyAccepted++
    if (!accepted && Math.abs(item) <= T) falselyRejected++
  }
  const { pfa, pfr } = risk({ s0, um, T, A })
  const within = (share: number, p: number): void => expect(Math.abs(share / count - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count))
  within(falselyAccepted, pfa)
  within(falselyRejected, pfr)
})

test('a measurement without scatter', () => {
  expect(risk({ s0: 1, um: 0, T: 1, A: 1 })).toEqual({ pfa: 0, pfr: 0 })
  const [strict, loose] = [risk({ s0: 1, um: 0, T: 2, A: 1 }), risk({ s0: 1, um: 0, T: 1, A: 2 })]
  expect([strict.pfa, loose.pfr]).toEqual([0, 0])
  expect(strict.pfr).toBe(loose.pfa)
  expect(Math.abs(strict.pfr - risk({ s0: 1, um: 1e-9, T: 2, A: 1 }).pfr)).toBeLessThan(1e-9)
})

test.each<[question: RiskQuestion, at: string]>([[{ s0: 0, um: 1, T: 1, A: 1 }, 's0'], [{ s0: 1, um: -0.1, T: 1, A: 1 }, 'um'], [{ s0: 1, um: 1, T: 0, A: 1 }, 'T'], [{ s0: 1, um: 1, T: 1, A: -1 }, 'A'], [{ s0: NaN, um: 1, T: 1, A: 1 }, 's0']])('%j is refused at %s', (question, at) =>
  expect(globalRisk(question)).toMatchObject({ ok: false, problem: { code: 'bad-number', at } }))

const size = fc.double({ min: 0.01, max: 20, noNaN: true })

test('both are probabilities; stricter acceptance lowers the one and raises the other; the unit does not count', () => fc.assert(fc.property(size, size, size, size, size, (s0, um, T, A, more) => {
  const [strict, loose] = [risk({ s0, um, T, A }), risk({ s0, um, T, A: A + more })]
  expect(Math.min(strict.pfa, strict.pfr)).toBeGreaterThanOrEqual(0)
  expect(strict.pfa + strict.pfr).toBeLessThanOrEqual(1 + 1e-12)
  expect(strict.pfa).toBeLessThanOrEqual(loose.pfa + 1e-12)
  expect(strict.pfr).toBeGreaterThanOrEqual(loose.pfr - 1e-12)
  expect(Math.abs(risk({ s0: 8 * s0, um: 8 * um, T: 8 * T, A: 8 * A }).pfa - strict.pfa)).toBeLessThan(1e-12)
})))
