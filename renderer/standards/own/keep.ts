import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { deskProblemText } from '#shared/words/desk.ts'
import { frameKey } from '../../contribution.ts'
import { runAll, type Wanted } from '../../db/run.ts'

/** Runs commands, all or none; a refusal is said in a toast that stays. True = on the disk. */
export const useKeep = () => {
  const frame = inject(frameKey)!
  const { locale } = useI18n()
  return async (...wanted: Wanted[]): Promise<boolean> => {
    const ran = await runAll(wanted)
    if (!ran.ok) frame.toast({ text: deskProblemText(ran.problem, locale.value.startsWith('zh') ? 'zh' : 'en'), kind: 'error' })
    return ran.ok
  }
}
