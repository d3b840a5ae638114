import { en as hubEn } from '../hub/messages/en.ts'
import { zh as hubZh } from '../hub/messages/zh.ts'
import { en as lockEn } from '../lock/messages/en.ts'
import { zh as lockZh } from '../lock/messages/zh.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export const shellMessages = { zh: { ...zh, ...hubZh, ...lockZh }, en: { ...en, ...hubEn, ...lockEn } }
