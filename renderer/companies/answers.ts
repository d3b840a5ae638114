import { commands } from '#shared/commands.ts'
import { companyOf } from '#shared/companies/company.ts'
import { deskProblemText } from '#shared/words/desk.ts'
import type { AnswerReader } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { FIELDS } from './company-fields.ts'
import { companyPath } from './paths.ts'

/** What became of a registration or of a change: which fields someone else had changed too, or why it was refused. */
export const companyAnswers: AnswerReader = {
  commands: ['companies.register', 'companies.patch'],
  read: async ({ name, args }, { code, facts }) => {
    const { t, locale } = i18n.global
    const title = await nameIn(name, args)
    const fields = FIELDS.filter(field => Array.isArray(facts['fields']) && facts['fields'].includes(field)).map(field => t(`companies.form.${field}`))
    const why = deskProblemText({ code: code ?? 'validation' }, locale.value)
    return { title, text: fields.length === 0 ? why : t('companies.answer.both', { fields: fields.join(t('companies.answer.and')), why }), ...(title !== '' && { path: companyPath(title) }) }
  },
}

const nameIn = async (name: string, args: unknown): Promise<string> => {
  const asked = commands['companies.register'].args.safeParse(args)
  if (name === 'companies.register') return asked.data?.name ?? ''
  const changed = commands['companies.patch'].args.safeParse(args)
  return changed.success ? look(async reads => (await companyOf(reads, changed.data.id))?.name ?? '', '') : ''
}
