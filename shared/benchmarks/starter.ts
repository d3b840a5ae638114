// The starter set: GB 18401-2010 as printed, restated from the public pages that it names. Each class is a reference of its own.
import type { Direction, IndicatorSet } from './benchmark.ts'
import { limitKey } from './benchmark.ts'

/** What a draft is made of. */
export type SetContent = Pick<IndicatorSet, 'name' | 'source' | 'references' | 'indicators' | 'limits'>

/** `newId` makes the ids of references and indicators. All are 基本: a mandatory standard isn't graded. */
export const starterSet = (newId: () => string): SetContent => {
  const references = CLASSES.map(clause => ({ id: newId(), kind: 'national' as const, number: 'GB 18401-2010', clause, name: null, left: null }))
  const rows = ROWS.map(([name, nameEn, unit, method, direction, texts]) => ({ indicator: { id: newId(), name, nameEn, unit, method, direction, kind: 'basic' as const }, texts }))
  return {
    name: '国家纺织产品基本安全技术规范',
    source: SOURCE,
    references,
    indicators: rows.map(({ indicator }) => indicator),
    limits: Object.fromEntries(rows.flatMap(({ indicator, texts }) => references.flatMap(({ id }, at) => {
      const text = texts[at]
      return text === null ? [] : [[limitKey(indicator.id, id), { text, clause: null, method: null, comparison: 'full' as const, rule: 'simple' as const }]]
    }))),
  }
}

const CLASSES = ['A 类（婴幼儿）', 'B 类（直接接触皮肤）', 'C 类（非直接接触皮肤）']
const SOURCE = 'https://product.11467.com/ziliao/10678403.doc；https://tamuclc.com/c/zhong-guo-fang-zhi-pin-yao-qiu-gb-18401-jian-ce；https://ticmall.sgs.com/en/service_details/sl-gb-18401-national-general-safety-technical-code-for-textile-products；http://www.simop.com.cn/detail-96-c56720fdba92aeb2.html'

type Row = readonly [name: string, nameEn: string, unit: string, method: string, direction: Direction, texts: readonly (string | null)[]]
const ROWS: readonly Row[] = [
  ['甲醛含量', 'Formaldehyde content', 'mg/kg', 'GB/T 2912.1', 'max', ['≤20', '≤75', '≤300']],
  ['pH值', 'pH value', '', 'GB/T 7573', 'range', ['4.0~7.5', '4.0~8.5', '4.0~9.0']],
  ['耐水色牢度（变色、沾色）', 'Colour fastness to water', '级', 'GB/T 5713', 'min', ['≥3-4', '≥3', '≥3']],
  ['耐酸汗渍色牢度（变色、沾色）', 'Colour fastness to acid perspiration', '级', 'GB/T 3922', 'min', ['≥3-4', '≥3', '≥3']],
  ['耐碱汗渍色牢度（变色、沾色）', 'Colour fastness to alkaline perspiration', '级', 'GB/T 3922', 'min', ['≥3-4', '≥3', '≥3']],
  ['耐干摩擦色牢度', 'Colour fastness to dry rubbing', '级', 'GB/T 3920', 'min', ['≥4', '≥3', '≥3']],
  ['耐唾液色牢度（变色、沾色）', 'Colour fastness to saliva', '级', 'GB/T 18886', 'min', ['≥4', null, null]],
  ['异味', 'Odour', '', 'GB 18401-2010 6.7', 'text', ['无', '无', '无']],
  ['可分解致癌芳香胺染料', 'Decomposable carcinogenic aromatic amine dyes', 'mg/kg', 'GB/T 17592、GB/T 23344', 'max', ['≤20', '≤20', '≤20']],
]
