import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from './decimal.ts'
import { type Quantity, parseQuantity } from './quantity.ts'

/** As the command line prints it. */
const read = (text: string, unit?: string): unknown => {
  const found = parseQuantity(text, unit)
  return found.ok ? shown(found.value) : found.problem.code
}
const shown = (found: Quantity): string => {
  const { unit, cmp } = found
  const text = cmp === 'range' ? `${decimalText(found.low)}..${decimalText(found.high)}` : cmp === 'pm' ? `${decimalText(found.value)} +${decimalText(found.plus)} -${decimalText(found.minus)}` : cmp === 'nd' ? 'nd' : 'symbol' in found ? `< ${found.symbol}` : `${cmp} ${decimalText(found.value)}`
  return unit ? `${text} [${unit}]` : text
}

test.each<[text: string, said: string, unit?: string]>([
  ['5', '= 5'],
  ['25.10 mg/kg', '= 25.10 [mg/kg]'],
  ['２５．１０ ｍｇ／ｋｇ', '= 25.10 [mg/kg]'],
  ['-0.5', '= -0.5'],
  ['−0.5 ℃', '= -0.5 [°C]'],
  ['2.50×10⁻²', '= 0.0250'],
  ['12×10³', '= 12e3'],
  ['1.2e3', '= 12e2'],
  ['3x10^-2 g', '= 0.03 [g]'],
  ['10⁻³ mol/L', '= 0.001 [mol/L]'],
  ['10^4 CFU/g', '= 1e4 [CFU/g]'],
  ['1,234', '= 1234'],
  ['1 234 567.8 Pa', '= 1234567.8 [Pa]'],
  ['10 000 次', '= 10000 [次]'],
  ['1½', '= 1.5'],
  ['½ h', '= 0.5 [h]'],
  ['2 ¾ h', '= 2.75 [h]'],
  ['.5', '= 0.5'],
  ['4级', '= 4 [级]'],
  ['3-4级', '= 3.5 [级]'],
  ['3-4', '= 3.5 [级]', '级'],
  ['3-4', '3..4'],
  ['≥3-4级', '>= 3.5 [级]'],
  ['3～5级', '3..5 [级]'],
  ['3-4级以上', '>= 3.5 [级]'],
  ['≤20', '<= 20 [mg/kg]', 'mg/kg'],
  ['＜75', '< 75'],
  ['<=75 mg/kg', '<= 75 [mg/kg]'],
  ['不大于 300 mg / kg', '<= 300 [mg/kg]'],
  ['大于等于5', '>= 5'],
  ['不足 5', '< 5'],
  ['至少 3 级', '>= 3 [级]'],
  ['75 mg/kg 以下', '<= 75 [mg/kg]'],
  ['5 及以上', '>= 5'],
  ['4.0～8.5', '4.0..8.5'],
  ['4.0-8.5', '4.0..8.5'],
  ['pH 4.0～8.5', '4.0..8.5 [pH]'],
  ['(4.0～8.5)', '4.0..8.5'],
  ['(20~30) ℃', '20..30 [°C]'],
  ['20℃~30℃', '20..30 [°C]'],
  ['-5 至 -3', '-5..-3'],
  ['-5--3', '-5..-3'],
  ['58～62 HRC', '58..62 [HRC]'],
  ['HRC 58~62', '58..62 [HRC]'],
  ['60 HRC', '= 60 [HRC]'],
  ['10.0±0.1 mm', '10.0 +0.1 -0.1 [mm]'],
  ['(10.0±0.1) dB(A)', '10.0 +0.1 -0.1 [dB(A)]'],
  ['10.0 mm ± 0.1 mm', '10.0 +0.1 -0.1 [mm]'],
  ['±0.5 mm', '0 +0.5 -0.5 [mm]'],
  ['10 +0.2/-0.1 mm', '10 +0.2 -0.1 [mm]'],
  ['10(+0.2,-0.1)mm', '10 +0.2 -0.1 [mm]'],
  ['<LOQ', '< LOQ [mg/kg]', 'mg/kg'],
  ['＜检出限', '< LOD'],
  ['未检出', 'nd [mg/kg]', 'mg/kg'],
  ['ND', 'nd'],
  ['N.D.', 'nd'],
  ['未检出（<5 mg/kg）', '< 5 [mg/kg]'],
  ['250 N/5 cm', '= 250 [N/5cm]'],
  ['1.2 µm', '= 1.2 [μm]'],
  ['180 g/m2', '= 180 [g/m²]'],
  ['200 HV10', '= 200 [HV10]'],
  ['5 箱', '= 5 [箱]'],
  ['5%～10%', '5..10 [%]'],
  ['5％', '= 5 [%]'],
])('%j says %s', (text, said, unit) => expect(read(text, unit)).toBe(said))

test.each<[text: string, code: string]>([
  ['', 'empty'], ['  ', 'empty'], ['—', 'empty'], ['-', 'empty'], ['／', 'empty'], ['——', 'empty'],
  ['8.5~4.0', 'reversed-range'], ['4-3级', 'reversed-range'],
  ['2,5', 'not-a-quantity'], ['1.234.567', 'not-a-quantity'], ['1,23', 'not-a-quantity'], ['0.5 100 mg', 'not-a-quantity'], ['约5', 'not-a-quantity'], ['5 左右', 'not-a-quantity'], ['合格', 'not-a-quantity'], ['5 mg~8 g', 'not-a-quantity'],
  ['≥3~5', 'not-a-quantity'], ['≥5以上', 'not-a-quantity'], ['5±', 'not-a-quantity'], ['(4~8', 'not-a-quantity'], ['5;6', 'not-a-quantity'], ['1e9999', 'not-a-quantity'], ['5 or 6 mg', 'not-a-quantity'], ['5/6', 'not-a-quantity'], ['2½½', 'not-a-quantity'],
])('%j is %s', (text, code) => expect(read(text)).toBe(code))

test('a number of any size comes back as printed, in any spelling', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }), fc.constantFrom('', ' ', ','), fc.boolean(), fc.constantFrom('', ' mg/kg', '级', ' °C'), (digits, places, thousands, wide, unit) => {
    const plain = decimalText({ digits, exp: -places })
    const [whole, fraction] = plain.split('.')
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands) + (fraction === undefined ? '' : `.${fraction}`)
    const printed = wide ? grouped.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)) : grouped
    expect(read(printed + unit)).toBe(`= ${plain}${unit ? ` [${unit.trim()}]` : ''}`)
  }))
})

test('any text is read or refused, in a time that its length bounds', () => {
  const piece = fc.constantFrom('5', '0.5', '-', '~', '±', '(', ')', ' ', '级', 'mg/kg', '≥', '以上', '×10', '⁻³', ',', '.', '½', 'ND', '<', '/', '+', 'e', 'HRC')
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), pieces => void parseQuantity(pieces.join(''))), { numRuns: 2000 })
})
