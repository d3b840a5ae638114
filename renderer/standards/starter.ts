import { ref } from 'vue'
import type { FirstCatalogue } from '../contribution.ts'
import { STARTER_DATE, STARTER_ROWS } from '#shared/standards/starter-facts.ts'
import { installStandards } from './import/install.ts'
import { runProblemText } from './import/run-problem-text.ts'
import { IMPORT_PATH } from './paths.ts'
import { useWords } from './words.ts'

export { STARTER_ROWS }

/** Installs the starter catalogue as the active one; what was active before gives way. */
const installStarter = async (onProgress: (done: number, total: number) => void = () => undefined) => {
  const { starterStandards } = await import('#shared/standards/starter.ts')
  const standards = starterStandards()
  return installStandards(standards, { date: STARTER_DATE, origin: 'starter', sources: [] }, onProgress)
}

/** Whether it is being installed, and why it wasn't. */
export const useStarter = () => {
  const words = useWords()
  const installing = ref(false)
  const fault = ref('')
  const install = async (): Promise<void> => {
    installing.value = true
    fault.value = ''
    const done = await installStarter()
    installing.value = false
    if (!done.ok) fault.value = runProblemText(done.problem, words.locale())
  }
  return { installing, fault, install }
}

/** What the first start offers. A failure is thrown with its text, which the first start shows beside 重试. */
export const firstCatalogue: FirstCatalogue = {
  starterRows: STARTER_ROWS,
  installStarter: async progress => {
    const done = await installStarter(progress)
    if (!done.ok) throw new Error(done.problem.code)
    return { records: done.value.records, date: done.value.date, sources: done.value.sources.length }
  },
  importPath: IMPORT_PATH,
}
