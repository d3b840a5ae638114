import { z } from 'zod'
import { commands } from '#shared/commands.ts'
import { companyOf } from '#shared/companies/company.ts'
import { deskProblemText } from '#shared/words/desk.ts'
import type { AnswerReader } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { FIELDS } from './company-fields.ts'
import { partTableOf } from './part-kinds.ts'
import { COMPANIES_PATH, companyPath } from './paths.ts'

/** What became of a step about companies: which fields someone else had changed too, or why it was refused. */
export const companyAnswers: AnswerReader = {
  commands: Object.keys(commands).filter(name => name.startsWith('companies.')),
  read: async ({ name, args }, { code, facts }) => {
    const { t, locale } = i18n.global
    const title = await nameIn(name, args)
    const fields = [...FIELDS, 'role'].filter(field => Array.isArray(facts['fields']) && facts['fields'].includes(field)).map(field => t(`sync.field.${field}`))
    const why = deskProblemText({ code: code ?? 'validation' }, locale.value)
    return { title, text: fields.length === 0 ? why : t('companies.answer.both', { fields: fields.join(t('companies.answer.and')), why }), ...(title !== '' && { path: name === 'companies.registerMany' ? COMPANIES_PATH : companyPath(title) }) }
  },
}

const nameIn = async (name: string, args: unknown): Promise<string> => {
  const asked = ABOUT.safeParse(args)
  if (!asked.success) return ''
  if (name === 'companies.register') return asked.data.name ?? ''
  if (name === 'companies.registerMany') return asked.data.source ?? ''
  const table = partTableOf(name)
  return look(async reads => {
    const id = table === null ? (asked.data.one ?? asked.data.id) : (asked.data.company ?? (await reads.get(table, asked.data.id))?.company ?? '')
    return (await companyOf(reads, id))?.name ?? ''
  }, '')
}

/** What the commands say of the company: its name, or the row that they speak of. */
const ABOUT = z.object({ id: z.string(), one: z.string().optional(), company: z.string().optional(), name: z.string().optional(), source: z.string().optional() })
