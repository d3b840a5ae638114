import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeFit } from './range.ts'

test.each([
  ['20–3500 mg/kg', '75 mg/kg', 'inside'],
  ['20–3500 mg/kg', '0.02 g/kg', 'inside'],
  ['20–3500 mg/kg', '19.999 mg/kg', 'outside'],
  ['(20~3500) mg/kg', '20~3500 mg/kg', 'inside'],
  ['20–3500 mg/kg', '10~100 mg/kg', 'outside'],
  ['20–3500 mg/kg', '≤75 mg/kg', 'inside'],
  ['20–3500 mg/kg', '≤10 mg/kg', 'outside'],
  ['≥ 5 mg/kg', '5 mg/kg', 'inside'],
  ['>5 mg/kg', '5 mg/kg', 'outside'],
  ['<5 N', '5 N', 'outside'],
  ['≤5 kN', '5000 N', 'inside'],
  ['0–5 kN', '5.001 kN', 'outside'],
  ['20±2 °C', '293.15 K', 'inside'],
  ['20±2 °C', '25 °C', 'outside'],
  ['2–12', '7.5', 'inside'],
  ['1–5 级', '3–4级', 'inside'],
  ['20–3500 mg/kg', '75', 'not-comparable'],
  ['20–3500 mg/kg', '75 N', 'not-comparable'],
  ['IP1X–IP6X', 'IP44', 'not-comparable'],
  ['定性', '75 mg/kg', 'not-comparable'],
  ['按标准', '', 'not-comparable'],
  ['20–3500 mg/kg', '未检出', 'not-comparable'],
])('%s, asked for %s: %s', (accredited, asked, fit) => expect(rangeFit(accredited, asked)).toBe(fit))

test('agrees with plain numbers, in whichever unit of the kind they are printed', () => {
  const thousandths = fc.integer({ min: 0, max: 9_999_999 })
  const inMg = (n: number): string => `${(n / 1000).toFixed(3)} mg/kg`
  const inUg = (n: number): string => `${n} μg/kg`
  fc.assert(fc.property(thousandths, thousandths, thousandths, fc.boolean(), (a, b, x, micro) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    expect(rangeFit(`${(low / 1000).toFixed(3)}~${(high / 1000).toFixed(3)} mg/kg`, micro ? inUg(x) : inMg(x))).toBe(low <= x && x <= high ? 'inside' : 'outside')
  }))
})
