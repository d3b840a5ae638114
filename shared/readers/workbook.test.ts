import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { memoryFile } from './input-file.ts'
import { lookAt } from './look.ts'
import { serialDay } from './sheet.ts'
import { textRow, workbook } from './workbook.fixture.ts'

const look = async (bytes: Uint8Array) => {
  const found = await lookAt(memoryFile('book.xlsx', bytes))
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}
const cellsOf = async (...cells: string[]): Promise<string[]> =>
  Object.values((await look(workbook({ A: `${textRow(1, 'a', 'b', 'c', 'd', 'e', 'f')}<row r="2">${cells.join('')}</row>` }, PARTS))).sample[0].cells).map(String)

const PARTS = {
  'xl/sharedStrings.xml': '<sst><si><t>甲醛</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文&amp;本</t></r><rPh><t>フ</t></rPh></si><si><t>a_x000A_b</t></si></sst>',
  'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="&quot;day&quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>',
}

describe('workbook', () => {
  it('reads shared, rich and inline texts, formulas by their value, no errors', async () => {
    expect(await cellsOf('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>', '<c t="str"><f>A1&amp;"x"</f><v>计算</v></c>', '<c t="e"><v>#N/A</v></c>', '<c t="b"><v>1</v></c>')).toEqual(['甲醛', '富 文&本', 'a\nb', '计算', '', 'TRUE'])
  })

  it('reads numbers as shown, and dates by the style', async () => {
    expect(await cellsOf('<c><v>97.140000000000001</v></c>', '<c s="1"><v>44136</v></c>', '<c s="2"><v>44136.75</v></c>', '<c s="3"><v>44136</v></c>', '<c s="4"><v>44136</v></c>', '<c t="d"><v>2020-11-01T00:00:00</v></c>')).toEqual(['97.14', '2020-11-01', '2020-11-01', '44136', '2020-11-01', '2020-11-01'])
  })

  it('puts cells where they stand, with or without addresses, and prefixes before names', async () => {
    const found = await look(workbook({ A: '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row r="4"><x:c r="B4"><x:v>2</x:v></x:c></x:row>' }))
    expect(found.sample).toEqual([{ line: 4, cells: { a: '', b: '2' }, raw: '\t2' }])
  })

  it('takes the first visible sheet and names the others', async () => {
    const sheets = `<workbook><sheets><sheet name="草稿" sheetId="1" r:id="rId1" state="hidden"/><sheet name="目录" sheetId="2" r:id="rId2"/></sheets></workbook>`
    const found = await look(workbook({ 草稿: textRow(1, '旧'), 目录: textRow(1, '号') + textRow(2, 'GB 1-2020') }, { 'xl/workbook.xml': sheets }))
    expect([found.sheet, found.otherSheets, found.columns[0].name]).toEqual(['目录', ['草稿'], '号'])
  })

  it('counts from 1904 where the workbook does', async () => {
    const parts = { ...PARTS, 'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>' }
    expect((await look(workbook({ A: `${textRow(1, 'a', 'b')}<row r="2"><c s="1"><v>42674</v></c></row>` }, parts))).sample[0].cells).toEqual({ a: '2020-11-01' })
  })

  it('turns serials into days of the 1900 system', () => {
    expect([1, 59, 61, 36526, 44136.99].map(serial => serialDay(serial))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2000-01-01', '2020-11-01'])
  })

  it('stops at the caps before and while unpacking', async () => {
    const problem = async (bytes: Uint8Array) => {
      const found = await lookAt(memoryFile('book.xlsx', bytes))
      return found.ok ? null : found.problem
    }
    const many = zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`f${i}`, new Uint8Array()])))
    expect(await problem(many)).toMatchObject({ code: 'cap', cap: 'entries' })
    const bomb = workbook({ A: textRow(1, 'a') }, { 'xl/worksheets/s1.xml': new Uint8Array(40 * 1024 * 1024).fill(32) })
    expect(await problem(bomb)).toMatchObject({ code: 'cap', cap: 'ratio' })
    expect(await problem(understated(bomb))).toMatchObject({ code: 'cap', cap: 'ratio' })
    expect(await problem(workbook({ A: `<row r="1"><c r="BZZ1" t="inlineStr"><is><t>a</t></is></c></row>` }))).toMatchObject({ code: 'cap', cap: 'columns', line: 1 })
  })
})

/** The same archive, whose directory claims that every entry is small. */
const understated = (zip: Uint8Array): Uint8Array => {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  return copy
}
