import type { Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { startRun } from './import-run.ts'
import type { InstallJob, RunProblem } from './protocol.ts'

/**
 * Builds a catalogue of standards that come with the product and makes it the active one; what was active before gives way.
 * `onProgress` counts standards, by the share of the build that is done. With a problem, what was active stays.
 */
export const installStandards = async (standards: InstallJob['standards'], about: Omit<InstallJob, 'standards'>, onProgress: (done: number, total: number) => void = () => {}): Promise<Result<CatalogueMeta, RunProblem>> => {
  const { end } = startRun({ ask: 'install', job: { standards, ...about } }, ({ phase, done, total }) => {
    if (phase === 'indexing' && total > 0) onProgress(Math.floor(standards.length * done / total), standards.length)
  })
  const imported = await end
  return imported.ok ? { ok: true, value: imported.value.meta } : imported
}
