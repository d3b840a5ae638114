import { z } from 'zod'
import { deskProblemText } from '#shared/words/desk.ts'
import type { AnswerReader } from '../contribution.ts'
import { type DeskReads, look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { labPath, LABS_PATH, type LabTab } from './paths.ts'

/** What became of a step on a lab, its scope or its tests that the hub did not simply do. */
export const labAnswers: AnswerReader = {
  commands: ['labs.add', 'labs.patch', 'labs.addSite', 'labs.patchSite', 'labs.takeScope', 'labs.correctScope', 'labs.patchScope', 'labs.addTest', 'labs.patchTest'],
  read: async ({ name, args }, { code }) => {
    const text = deskProblemText({ code: code ?? 'validation' }, i18n.global.locale.value)
    const { title, lab } = await look(reads => about(reads, name, args), { title: '', lab: null })
    return { title, text, path: lab === null ? LABS_PATH : labPath(lab, TAB[name] ?? 'scope') }
  },
}

const TAB: { [command: string]: LabTab } = { 'labs.addTest': 'tests', 'labs.patchTest': 'tests' }
const asked = z.object({ id: z.uuid(), lab: z.uuid().optional(), name: z.string().optional(), parameter: z.string().optional() })

const about = async (reads: DeskReads, command: string, args: unknown): Promise<{ title: string; lab: string | null }> => {
  const { id, lab, name, parameter } = asked.parse(args)
  const row = command === 'labs.patchScope' || command === 'labs.correctScope' ? await reads.get('scope_rows', id) : command.endsWith('Test') ? await reads.get('tests', id) : undefined
  const site = command.endsWith('Site') ? await reads.get('lab_sites', id) : undefined
  const of = lab ?? row?.lab ?? site?.lab ?? id
  const held = await reads.get('labs', of)
  return { title: [held?.name ?? (command === 'labs.add' ? name : ''), row?.parameter ?? parameter ?? site?.name ?? ''].filter(Boolean).join(' '), lab: held ? of : null }
}
