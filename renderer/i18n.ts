import { createI18n } from 'vue-i18n'
import { en as listsEn } from './lists/messages/en.ts'
import { zh as listsZh } from './lists/messages/zh.ts'
import { uiMessages } from './ui/messages.ts'
import { shellMessages } from './shell/messages/messages.ts'
import { asKept } from './shell/plain/not-kept.ts'
import type { Contribution } from './contribution.ts'

export type InterfaceLanguage = 'zh' | 'en'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
  messages: { zh: asKept({ ...uiMessages.zh, ...shellMessages.zh, lists: listsZh }, 'zh'), en: asKept({ ...uiMessages.en, ...shellMessages.en, lists: listsEn }, 'en') },
})

export const addMessages = (contributions: readonly Contribution[]): void => {
  for (const { messages } of contributions) {
    i18n.global.mergeLocaleMessage('zh', asKept(messages.zh, 'zh'))
    i18n.global.mergeLocaleMessage('en', asKept(messages.en, 'en'))
  }
}

/** Takes hold at once, on the whole page. */
export const setLanguage = (language: InterfaceLanguage): void => {
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
