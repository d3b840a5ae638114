/** Words of the parts themselves. */
export const uiMessages = {
  zh: { ui: { close: '关闭', moreErrors: '还有 {n} 条', closeThese: '全部关闭', copyDiagnostics: '复制诊断信息', copied: '已复制', notCopied: '没能复制，请手动选取', code: '代码 {code}', pickDay: '从日历选', notADay: '请按 年-月-日 填，如 2026-11-24' } },
  en: { ui: { close: 'Close', moreErrors: '{n} more', closeThese: 'Close these', copyDiagnostics: 'Copy diagnostics', copied: 'Copied', notCopied: 'Could not copy; please select it by hand', code: 'Code {code}', pickDay: 'Pick from the calendar', notADay: 'Write it as year-month-day, such as 2026-11-24' } },
}
