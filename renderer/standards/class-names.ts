import { ccsName, ccsPath, type ClassNames, icsName, icsPath } from '#shared/standards/classification.ts'
import type { Locale } from '#shared/words/locale.ts'

/** A name with its `lang`, where that isn't the interface's. */
export type ClassName = { name: string; lang: string | undefined }

/** The name of an ICS or CCS code in the language of the interface, else in the one that is known; null = no list at hand names it. */
export const className = (id: 'ics' | 'ccs', code: string, locale: Locale, extra?: ClassNames): ClassName | null => {
  const names = id === 'ics' ? icsName(code, extra) : ccsName(code, extra)
  const own = names?.[locale]
  if (own) return { name: own, lang: undefined }
  const other = locale === 'zh' ? names?.en : names?.zh
  return other ? { name: other, lang: locale === 'zh' ? 'en' : 'zh-CN' } : null
}

/** From the first level down to the code itself. */
export const classPath = (id: 'ics' | 'ccs', code: string, locale: Locale, extra?: ClassNames): { code: string; name: ClassName | null }[] =>
  (id === 'ics' ? icsPath(code) : ccsPath(code, extra)).map(node => ({ code: node, name: className(id, node, locale, extra) }))
