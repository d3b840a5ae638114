import type { Language } from '#shared/standards/standard.ts'

/** The parts of a Chinese title stand apart by an en space. As long as the title, so that marks keep their places. */
export const showTitle = (title: string): string => title.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) /g, '\u2002')

/** `lang` of a text that isn't in the page's language. */
export const langOf = (language: Language | null): string | undefined => (language === null ? undefined : language === 'zh' ? 'zh-CN' : language)

export { grouped as count } from '../../ui/grouped.ts'
