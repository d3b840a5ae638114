import { en as historyEn } from '../history/messages/en.ts'
import { zh as historyZh } from '../history/messages/zh.ts'
import { en as hubEn } from '../hub/messages/en.ts'
import { zh as hubZh } from '../hub/messages/zh.ts'
import { en as lockEn } from '../lock/messages/en.ts'
import { zh as lockZh } from '../lock/messages/zh.ts'
import { en as plainEn } from '../plain/messages/en.ts'
import { zh as plainZh } from '../plain/messages/zh.ts'
import { en as usersEn } from '../users/messages/en.ts'
import { zh as usersZh } from '../users/messages/zh.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export const shellMessages = { zh: { ...zh, ...hubZh, ...usersZh, ...historyZh, ...lockZh, ...plainZh }, en: { ...en, ...hubEn, ...usersEn, ...historyEn, ...lockEn, ...plainEn } }
