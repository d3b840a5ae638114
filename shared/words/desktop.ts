import type { SaveProblem } from '#shared/desktop.ts'

const reasons: Record<SaveProblem['why'], { zh: string; en: string }> = {
  'no-space': { zh: '磁盘空间不足', en: 'the disk is full' },
  'no-permission': { zh: '没有写入权限', en: 'writing there is not allowed' },
  other: { zh: '磁盘没有响应或路径无效', en: 'the disk did not answer or the path is not valid' },
}

/** What is said when a file could not be saved. */
export const saveProblemText = (problem: SaveProblem, language: 'zh' | 'en'): string => {
  const reason = reasons[problem.why][language]
  return language === 'zh' ? `文件没有存成：${reason}（${problem.path}）。请换一个位置再存。` : `The file was not saved: ${reason} (${problem.path}). Choose another place.`
}
