import type { Language } from '../standard.ts'
import { tidy } from './text.ts'

/** A title without the remarks that catalogues write behind it: `瓶装饮用纯净水（含第1号修改单）`. */
export const readTitle = (written: string): { title: string; remarks: string[] } => {
  let title = tidy(written)
  const remarks: string[] = []
  for (let found = REMARK.exec(title); found; found = REMARK.exec(title)) {
    remarks.unshift(tidy(found[1]))
    title = title.slice(0, found.index).trim()
  }
  return title === '' ? { title: remarks.join(' '), remarks: [] } : { title, remarks }
}

/** The language of a title by its script; Latin counts as English. */
export const titleLanguage = (title: string): Language => (/[\u3040-\u30ff]/.test(title) ? 'ja' : /\p{Script=Han}/u.test(title) ? 'zh' : 'en')

const REMARK = /[（(【[]([^（()）【】[\]]*(?:修改单|停止下载|停止使用|停止销售|停止出版|不提供下载|废止|作废|勘误|更正|英文版|中英文|公告|代替|替代|转为|调整为|转化为|确认有效|继续有效|复审|已更新|附条文说明|征求意见|报批稿|送审稿)[^（()）【】[\]]*)[）)】\]]\s*$/
