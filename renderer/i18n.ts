import { createI18n } from 'vue-i18n'
import { uiMessages } from './ui/messages.ts'
import { shellMessages } from './shell/messages/messages.ts'
import type { Contribution } from './contribution.ts'

export type InterfaceLanguage = 'zh' | 'en'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
  messages: { zh: { ...uiMessages.zh, ...shellMessages.zh }, en: { ...uiMessages.en, ...shellMessages.en } },
})

export const addMessages = (contributions: readonly Contribution[]): void => {
  for (const { messages } of contributions) {
    i18n.global.mergeLocaleMessage('zh', messages.zh)
    i18n.global.mergeLocaleMessage('en', messages.en)
  }
}

/** Takes hold at once, on the whole page. */
export const setLanguage = (language: InterfaceLanguage): void => {
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
