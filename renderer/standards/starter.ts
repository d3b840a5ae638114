import { ref, watch } from 'vue'
import type { Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { type Standard, STATUSES } from '#shared/standards/standard.ts'
import type { FirstCatalogue } from '../contribution.ts'
import { i18n } from '../i18n.ts'
import { takeFiles } from './import/import.store.ts'
import { installStandards } from './import/install.ts'
import type { RunProblem } from './import/protocol.ts'
import { runProblemText } from './import/run-problem-text.ts'
import { IMPORT_PATH } from './paths.ts'
import { searcher } from './searcher.ts'
import { STARTER_ROWS } from './starter-rows.ts'
import { today } from '../db/today.ts'
import { useWords } from './words.ts'

/** Installs the starter catalogue as the active one; what was active before gives way. */
const installStarter = async (onProgress?: (done: number, total: number) => void): Promise<Result<CatalogueMeta, RunProblem>> => {
  const { STARTER_DATE, starterCatalogue } = await import('#shared/standards/starter.ts')
  const standards = starterCatalogue()
  return installStandards(standards, { date: STARTER_DATE, origin: 'starter', sources: sourcesOf(standards) }, onProgress)
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

/** What the first start offers. */
export const firstCatalogue: FirstCatalogue = {
  starterRows: STARTER_ROWS,
  importPath: IMPORT_PATH,
  takeFiles,
  installStarter: async progress => {
    const done = await installStarter(progress)
    if (!done.ok) throw Object.assign(new Error(runProblemText(done.problem, i18n.global.locale.value)), { code: done.problem.code })
    const { records, date, sources, built } = done.value
    return { records, date, sources: sources.length, ...(await inForce(built)) }
  },
}

/** How many are in force today, once this window searches the new catalogue. */
const inForce = async (built: string): Promise<{ current?: number }> => {
  const client = searcher()
  const open = () => client.state.value.phase === 'ready' && client.state.value.meta.built === built
  await new Promise<void>(done => {
    const stop = watch(client.state, () => open() && finish(), { flush: 'sync' })
    const timer = setTimeout(() => finish(), 3000)
    const finish = () => {
      stop()
      clearTimeout(timer)
      done()
    }
    if (open()) finish()
  })
  const answer = await client.search('starter', { text: '', filters: {}, order: 'relevance', day: today.value }, 0)
  client.forget('starter')
  return answer ? { current: answer.facets.status[STATUSES.indexOf('current')] } : {}
}

const sourcesOf = (standards: readonly Standard[]): CatalogueMeta['sources'] => {
  const rows = new Map<string, number>()
  for (const { sources } of standards) for (const name of new Set(sources.map(source => source.name))) rows.set(name, (rows.get(name) ?? 0) + 1)
  return [...rows].map(([name, count]) => ({ name, rows: count })).sort((a, b) => b.rows - a.rows)
}
