import { z } from 'zod'
import { deskProblemText } from '#shared/words/desk.ts'
import type { AnswerReader } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { setPath, SETS_PATH } from './paths.ts'

const asked = z.object({ id: z.uuid(), benchmark: z.uuid().optional(), name: z.string().optional(), product: z.string().optional() })

/** What became of a step on a set, a benchmark or an action that the hub did not simply do. */
export const benchmarkAnswers: AnswerReader = {
  commands: ['sets.draft', 'sets.patch', 'sets.setLimits', 'sets.publish', 'sets.end', 'benchmarks.begin', 'benchmarks.patch', 'benchmarks.setValues', 'actions.add', 'actions.patch'],
  read: async ({ name, args }, { code }) => {
    const { t, locale } = i18n.global
    const said = asked.parse(args)
    const { set, run } = await look(async reads => {
      const action = name === 'actions.patch' ? await reads.get('gap_actions', said.id) : undefined
      return { set: await reads.get('indicator_sets', said.id), run: await reads.get('benchmarks', action?.benchmark ?? said.benchmark ?? said.id) }
    }, { set: undefined, run: undefined })
    const title = name.startsWith('sets.') ? t('benchmarks.answer.set', { name: set?.name ?? said.name ?? '' }) : t('benchmarks.answer.benchmark', { name: run?.product ?? said.product ?? '' })
    return { title: title.trim(), text: deskProblemText({ code: code ?? 'validation' }, locale.value), path: set ? setPath(set.id) : SETS_PATH }
  },
}
