import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Ran } from '#shared/sync/run-command.ts'
import { deskProblemText } from '#shared/words/desk.ts'
import { frameKey } from './contribution.ts'
import { runAll, type RunProblem, type Wanted } from './db/run.ts'

/**
 * Runs commands, all or none; a refusal is said in a toast that stays, unless `saidHere` takes it. What it gives is on the disk;
 * null = nothing was kept.
 */
export const useKeep = (saidHere: (problem: RunProblem) => boolean = () => false) => {
  const frame = inject(frameKey)!
  const { locale } = useI18n()
  return async (...wanted: Wanted[]): Promise<Ran[] | null> => {
    const ran = await runAll(wanted)
    if (ran.ok) return ran.value
    if (!saidHere(ran.problem)) frame.toast({ text: deskProblemText(ran.problem, locale.value.startsWith('zh') ? 'zh' : 'en'), kind: 'error' })
    return null
  }
}
