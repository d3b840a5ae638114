// Spellings of units, folded to one.
import { unitNamed } from './units.ts'

/** One spelling of a unit: `℃` is `°C`, `N/5 cm` is `N/5cm`, `mm2` is `mm²`. A text that is no unit of the table is given back without outer blanks. */
export const unitOf = (text: string): string => {
  const plain = halfWidth(text).trim()
  if (unitNamed(plain)) return plain
  const folded = foldedUnit(plain)
  if (unitNamed(folded)) return folded
  const spelled = SPELLED[folded] ?? litres(folded)
  return unitNamed(spelled) ? spelled : plain
}

/** Full-width ASCII and the ideographic blank as half; nothing else, since ² and ½ say something of their own. */
export const halfWidth = (text: string): string => text.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0\u2002-\u200a\u202f]/g, ' ')

const foldedUnit = (text: string): string =>
  text
    .replace(/[℃℉㎎㎏㎜㎝㎞㎡㎥㎖㎍㎐㎪㎫㎩ℓ㏄\u2126]/g, sign => SIGNS[sign])
    .replace(/\u00b5/g, 'μ')
    .replace(/[º˚]/g, '°')
    .replace(/∆/g, 'Δ')
    .replace(/[‘’']/g, '′')
    .replace(/[“”"]|′′/g, '″')
    .replace(/[⋅∙•*]/g, '·')
    .replace(/\s*([/·()])\s*/g, '$1')
    .replace(/(\d) +(?=cm|mm|m|g)/g, '$1')
    .replace(/° +(?=[CF])/g, '°')
    .replace(/(?<=(?:^|[/·(Δ])(?:[kdcmμn]?m|s))\^?([23])(?!\d)/g, power => (power.endsWith('2') ? '²' : '³'))
    .replace(/(?<=H)2(?=O)/g, '₂')
    .replace(/(?<=mm) +(?=Hg|H₂O)/g, '')

/** A litre is printed with either letter, a micro sign as `u` where the keyboard has none. */
const litres = (text: string): string =>
  text.replace(/(^|[/(·])([mkun]?)l(?![a-z])/gi, (_, before: string, prefix: string) => `${before}${prefix}L`).replace(/(^|[/(·])u(?=[gmLCFVASΩ])/g, '$1μ')

const SIGNS: { [sign: string]: string } = { '℃': '°C', '℉': '°F', '㎎': 'mg', '㎏': 'kg', '㎜': 'mm', '㎝': 'cm', '㎞': 'km', '㎡': 'm²', '㎥': 'm³', '㎖': 'mL', '㎍': 'μg', '㎐': 'Hz', '㎪': 'kPa', '㎫': 'MPa', '㎩': 'Pa', ℓ: 'L', '㏄': 'cm³', '\u2126': 'Ω' }

const SPELLED: { [word: string]: string } = {
  千米: 'km', 公里: 'km', 米: 'm', 厘米: 'cm', 毫米: 'mm', 微米: 'μm', 平方米: 'm²', 立方米: 'm³', 升: 'L', 毫升: 'mL', 吨: 't', 千克: 'kg', 公斤: 'kg', 克: 'g', 毫克: 'mg',
  秒: 's', 分钟: 'min', 小时: 'h', 天: 'd', 摄氏度: '°C', 牛: 'N', 千牛: 'kN', 旦: 'D', 旦尼尔: 'D', 特: 'tex', 分特: 'dtex', den: 'D', '克/平方米': 'g/m²', '毫克/千克': 'mg/kg', '毫克/升': 'mg/L',
  KG: 'kg', Kg: 'kg', KN: 'kN', Mpa: 'MPa', KPa: 'kPa', Kpa: 'kPa', hr: 'h', sec: 's', rpm: 'r/min', '转/分': 'r/min', '根/10厘米': '根/10cm', PH: 'pH', ph: 'pH', dBA: 'dB(A)', 'dB A': 'dB(A)', 'cfu/g': 'CFU/g', 'cfu/mL': 'CFU/mL', 'cfu/ml': 'CFU/mL',
}
