import { expect, test } from 'vitest'
import { converted } from './convert.ts'
import { parseDecimal } from './decimal.ts'
import { unitNamed, unitNames } from './units.ts'
import { unitOf } from './unit-text.ts'

const at = (value: string, from: string, to: string): number | null => converted(parseDecimal(value)!, from, to)

test.each<[value: string, from: string, to: string, becomes: number]>([
  ['25', '°C', 'K', 298.15],
  ['212', '°F', '℃', 100],
  ['-40', '°F', '°C', -40],
  ['10', 'Δ°F', 'ΔK', 50 / 9],
  ['150', 'D', 'dtex', 500 / 3],
  ['1', 'gf/D', 'cN/tex', 8.825985],
  ['1', 'cN/dtex', 'N/tex', 0.1],
  ['250', 'N/5 cm', 'N/m', 5000],
  ['1', 'N/mm²', 'MPa', 1],
  ['1', 'bar', 'kPa', 100],
  ['180', 'g/m2', 'mg/cm²', 18],
  ['0.3', 'm', 'mm', 300],
  ['1', '″', '°', 1 / 3600],
  ['1.5', 'd', 'h', 36],
  ['20', 'mg/kg', 'g/kg', 0.02],
  ['5', '%', '‰', 50],
  ['1', 'mL', 'cm3', 1],
  ['1', 'mg/l', 'µg/L', 1000],
  ['1', 'L/(m²·s)', 'mm/s', 1],
])('%s %s in %s', (value, from, to, becomes) => expect(at(value, from, to)).toBe(becomes))

test.each([['1', '%', 'mg/kg'], ['60', 'HRC', 'HV'], ['4', '级', '1'], ['7', 'pH', '1'], ['20', '°C', 'ΔK'], ['1', 'N·m', 'J'], ['1', 'g', 'mm'], ['1', '箱', '个']])('%s %s is not comparable with %s', (value, from, to) => expect(at(value, from, to)).toBeNull())

test('an unknown unit and a scale of its own convert into themselves', () => {
  expect(at('5', '箱', ' 箱')).toBe(5)
  expect(at('60', 'HRC', 'HRC')).toBe(60)
})

/** What the command line promises at least: each line is of one kind and no other. */
const PROMISED = `1 % ‰ | g/kg mg/kg μg/kg | g/L mg/L μg/L | km m cm mm μm nm | m² cm² mm² | m³ L mL | t kg g mg μg | kg/m² g/m² mg/cm² | ktex tex dtex mtex D | N/tex cN/tex mN/tex cN/dtex gf/D
  | kN N cN mN | kN/m N/m N/cm N/5cm | Pa kPa MPa GPa N/mm² bar mbar | s min h d | K °C °F | ΔK Δ°C Δ°F | ° ′ ″ | HRC | HRB | HV | HBW | 级 | pH | dB(A)`.split('|').map(kind => kind.trim().split(' '))

test('the units that are promised convert inside their kind and nowhere else', () => {
  for (const kind of PROMISED) for (const unit of kind) {
    expect(unitOf(unit)).toBe(unit)
    for (const other of PROMISED) for (const name of other) expect([unit, name, at('7', unit, name) !== null]).toEqual([unit, name, other === kind])
  }
})

test('each unit goes there and back, and its spelling is its own', () => {
  for (const name of unitNames()) {
    expect(unitOf(name)).toBe(name)
    for (const other of unitNames()) {
      const same = unitNamed(name)!.dimension === unitNamed(other)!.dimension
      const there = at('7', name, other)
      expect(there !== null).toBe(same)
      if (there !== null) expect(at(String(there), other, name)).toBeCloseTo(7, 9)
    }
  }
  expect(unitNames().length).toBeGreaterThanOrEqual(150)
})

test.each([['℃', '°C'], ['℉', '°F'], ['㎎/㎏', 'mg/kg'], ['mg / kg', 'mg/kg'], ['㎡', 'm²'], ['m^2', 'm²'], ['mm3', 'mm³'], ['W/(m*K)', 'W/(m·K)'], ['KN', 'kN'], ['ml', 'mL'], ['ug/l', 'μg/L'], ['毫米', 'mm'], ['um', 'μm'], ['mm Hg', 'mmHg'], ['N/5 cm', 'N/5cm'], ['ｇ／ｍ２', 'g/m²'], ['ohm?', 'ohm?'], ['dB（A）', 'dB(A)'], ['\u2126·m', 'Ω·m']])('%j is %j', (text, unit) => expect(unitOf(text)).toBe(unit))
