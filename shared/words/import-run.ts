import type { Locale } from './locale.ts'

/** How an import can end that has nothing to do with its files. */
export type ImportRunProblem = { code: 'import-busy' } | { code: 'import-broke-off'; detail: string }

export const importRunProblemText = (problem: ImportRunProblem, language: Locale): string => {
  const zh = language === 'zh'
  switch (problem.code) {
    case 'import-busy':
      return zh ? '另一个窗口正在导入目录，一次只能导入一份。那边完成或取消后再试。' : 'Another window is importing a catalogue, and only one import runs at a time. Try again when that one is done or cancelled.'
    case 'import-broke-off':
      return zh ? '导入中途停止，多半是内存不足。关掉别的程序后再试；仍然不行，请复制诊断信息交给管理员。' : 'The import broke off, most likely for want of memory. Close other programs and try again; if that does not help, copy the diagnostics for your administrator.'
  }
}
