// What can be wrong with a line of `pinli calc` and `pinli plan`, and what to do.
import type { BadArguments } from '#shared/lib/bad-arguments.ts'
import type { Locale } from './locale.ts'

export const badJsonText = (locale: Locale): string =>
  locale === 'zh' ? '这一行不是 UTF-8 编码的 JSON 对象。请每行写一个完整的 {…}。' : 'This line is no JSON object in UTF-8. Write one whole {…} a line.'

/** `known`: what may be asked for. */
export const unknownFunctionText = (fn: string, known: readonly string[], locale: Locale): string =>
  locale === 'zh' ? `没有函数“${fn}”。可用：${known.join('、')}。` : `There is no function “${fn}”. Known: ${known.join(', ')}.`

/** Where, what, and what belongs there. */
export const badArgumentsText = ({ path, fault, expected }: BadArguments, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (fault) {
    case 'missing':
      return zh ? `缺少 ${path}，请补上。` : `${path} is missing; add it.`
    case 'unknown':
      return zh ? `不认识 ${path}。请核对拼写，或去掉它。` : `${path} is not known. Check its spelling or leave it out.`
    case 'wrong':
      return zh ? `${path} 不对，应为${expectedText(expected, 'zh')}。` : `${path} is wrong; it has to be ${expectedText(expected, 'en')}.`
  }
}

const expectedText = (expected: string | null, locale: Locale): string => (EXPECTED[expected ?? ''] ?? [` ${expected ?? '…'}`, expected ?? 'another value'])[locale === 'zh' ? 0 : 1]

/** By zod's name of a type, and by the message of a schema's own rule; a bound such as `>= 1` says itself. */
const EXPECTED: Record<string, readonly [zh: string, en: string]> = {
  object: ['对象 {…}', 'an object {…}'],
  array: ['数组 […]', 'an array […]'],
  string: ['文本', 'a text'],
  number: ['数', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: [' true 或 false', 'true or false'],
  'not-empty': ['非空', 'not empty'],
  'text-or-number': ['文本或数', 'a text or a number'],
  'method-pair': ['两个方法的文本', 'texts of two methods'],
  correlation: ['三个数 [i, j, r]', 'three numbers [i, j, r]'],
  'contribution-type': [' "A" 或 "B"', '"A" or "B"'],
  distribution: [' "normal"、"rectangular"、"triangular"、"ushape"、"resolution" 或 "standard"', '"normal", "rectangular", "triangular", "ushape", "resolution" or "standard"'],
  instant: ['带 +08:00 的 ISO 时间，如 2026-11-02T08:00:00+08:00', 'an ISO time with +08:00, such as 2026-11-02T08:00:00+08:00'],
  clock: [' 00:00 至 24:00 的时刻', 'a time of day from 00:00 to 24:00'],
  'after-from': ['晚于 from 的时间', 'later than from'],
  'after-start': ['晚于 start 的时间', 'later than start'],
  'within-ten-years': [' from 之后十年以内', 'at most ten years after from'],
  'fewer-choices': ['至多 10000 种资源组合', 'at most 10,000 combinations of resources'],
  unique: ['不与前面重复的编号', 'an id that none before has'],
}
