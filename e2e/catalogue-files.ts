// Catalogue files for tests: made up, but with the dirt that real ones have.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { encoded } from '#shared/readers/encoded.fixture.ts'
import { root } from './root.ts'

/** A file of real data beside the checkout; null where there is none. */
export const realFile = (name: string): string | null => {
  const path = join(root, '..', 'shared', 'data', name)
  return existsSync(path) ? path : null
}

const HEAD = ['编号', '名称', '状态', '发布日期', '实施日期', '国际分类', '中国分类', '代替']

/** GB 18030 with semicolons; some titles have line breaks, ICS codes lost zeros, and the rows of `refused` have no usable number. */
export const dirtyCsv = (rows: number, refused: readonly number[]): Buffer => {
  const lines = Array.from({ length: rows }, (_, i) => [
    refused.includes(i) ? '无' : `GB/T ${70_001 + i}-2020`,
    i % 10 === 3 ? `"示例产品 第${i}部分：\n带换行的名称"` : `示例产品 第${i}部分：通用要求`,
    '现行', '2020-05-01', '2020年11月1日', i % 7 === 0 ? '1.12' : '13.110', i % 9 === 0 ? 'j09' : 'J09', i % 5 === 0 ? `GB${70_001 + i}-1988` : '',
  ])
  return Buffer.from(encoded([HEAD, ...lines].map(line => line.join(';')).join('\r\n'), 'gb18030'))
}

/** Rows as ndjson, long enough to be caught while they are read. */
export const manyRows = (rows: number): Buffer =>
  Buffer.from(Array.from({ length: rows }, (_, i) => JSON.stringify({ number: `GB/T ${100_000 + i}-2020`, titleZh: `示例产品第${i}部分：通用技术要求和试验方法`, status: '现行', published: '2020-05-01', ics: ['13.110'] })).join('\n'))

export const upload = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'application/octet-stream', buffer })
