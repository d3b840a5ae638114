import { describe, expect, it } from 'vitest'
import { columnCheckText } from '#shared/words/reading.ts'
import { importFile } from './files.fixture.ts'
import { precheck } from './precheck.ts'

describe('the check before an import', () => {
  it('takes a column named 标准编号 before one named 标准号', async () => {
    const { mapping } = await importFile('a.csv', '标准号,标准编号,名称\n1,GB 1-2020,甲\n')
    expect(mapping).toMatchObject({ 标准编号: 'number' })
    expect(mapping['标准号']).not.toBe('number')
  })

  it('says for each column what will become of it', async () => {
    const { look, mapping } = await importFile('a.csv', '编号,名称,状态,发布日期,国际分类,代替,备注\nGB 1-2020,甲（含第1号修改单）,现行,2020-01-01,1.12,GB 1-2020,无\nGB 2-2020,乙,现行,2020-02-30,01.120,GB10144-1988,\n无,丙,废止,2020-01-01,97.14,,\n')
    const check = precheck(look, mapping)
    expect([check.rows, check.refused]).toEqual([3, 1])
    expect(check.columns.map(column => columnCheckText(column, 'zh'))).toEqual([
      '1 行将拒收：编号列是占位词“无”，没有编号',
      '1 行备注移出名称，如“甲（含第1号修改单）”改为“甲”',
      '3 行，全部可识别',
      '1 行日期无法识别，未采用，如“2020-02-30”',
      '1 行 ICS 补零，如“1.12”改为“01.120”',
      '1 行代替项含自身，已去掉，如“GB 1-2020”；1 行引用的编号写法规范，如“GB10144-1988”改为“GB 10144-1988”',
      '前几行都为空',
    ])
    expect(check.columns[6]).toMatchObject({ filled: 0, placeholders: 1 })
  })
})
