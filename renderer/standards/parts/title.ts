import type { Language, Standard } from '#shared/standards/standard.ts'

const LANGUAGES: readonly Language[] = ['zh', 'en', 'ja', 'fr']

/** The title that a page is headed with, in the order zh, en, ja, fr; null = 目录未载. */
export const titleOf = ({ titles }: Pick<Standard, 'titles'>): { text: string; language: Language } | null => titlesOf({ titles })[0] ?? null

/** All titles, the one that heads the page first. */
export const titlesOf = ({ titles }: Pick<Standard, 'titles'>): { text: string; language: Language }[] =>
  LANGUAGES.flatMap(language => {
    const text = titles[language]
    return text ? [{ text, language }] : []
  })
