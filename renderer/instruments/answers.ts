import { commands } from '#shared/commands.ts'
import { deskProblemText } from '#shared/words/desk.ts'
import { stepText } from '#shared/words/steps.ts'
import type { AnswerReader } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { instrumentPath } from './paths.ts'

/** What became of what was said of an instrument: which fields someone else had changed too, or why it was refused. */
export const instrumentAnswers: AnswerReader = {
  commands: ['instruments.add', 'instruments.addMany', 'instruments.patch', 'instruments.mark', 'certificates.register'],
  read: async ({ name, args }, { code, facts }) => {
    const { t, locale } = i18n.global
    const added = commands['instruments.add'].args.safeParse(args).data
    const id = added?.id ?? commands['instruments.patch'].args.safeParse(args).data?.id ?? commands['instruments.mark'].args.safeParse(args).data?.instrument ?? commands['certificates.register'].args.safeParse(args).data?.instrument
    const row = id === undefined ? undefined : await look(reads => reads.get('instruments', id), undefined)
    const about = row ?? added
    const fields = Array.isArray(facts['fields']) ? facts['fields'].map(field => t(`sync.field.${String(field)}`)) : []
    const why = deskProblemText({ code: code ?? 'validation' }, locale.value)
    const source = commands['instruments.addMany'].args.safeParse(args).data?.source
    return { title: about ? `${about.number} ${about.name}` : (source ?? stepText(name, locale.value)), text: fields.length === 0 ? why : t('instruments.answer', { fields: fields.join(t('instruments.and')), why }), ...(row && { path: instrumentPath(row.id) }) }
  },
}

/** What a field is to a person, for a conflict over it. */
export const valueText = (command: string, field: string, value: unknown): string | null => {
  const { t } = i18n.global
  if (command !== 'instruments.patch') return null
  if (field === 'kind') return t(`instruments.kind.${String(value)}`)
  if (field === 'label') return t(value === 'dayBefore' ? 'instruments.form.dayBefore' : 'instruments.form.onDay')
  if (field === 'resource') return t(value === null ? 'instruments.form.noResource' : 'instruments.form.someResource')
  return typeof value === 'number' ? String(value) : null
}
