import { catalogueProblemText } from '#shared/words/catalogue.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { importRunProblemText } from '#shared/words/import-run.ts'
import { importProblemText } from '#shared/words/reading.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { RunProblem } from './protocol.ts'

export const runProblemText = (problem: RunProblem, language: Locale): string => {
  switch (problem.code) {
    case 'import-busy':
    case 'import-broke-off':
      return importRunProblemText(problem, language)
    case 'PACK-none':
    case 'PACK-newer':
    case 'PACK-damaged':
    case 'PACK-forged':
    case 'PACK-unreadable':
      return packProblemText(problem, language)
    case 'CAT-damaged':
    case 'CAT-newer':
    case 'CAT-part-missing':
    case 'CAT-store-unreadable':
    case 'CAT-store-full':
    case 'CAT-store-refused':
      return catalogueProblemText(problem, language)
    default:
      return importProblemText(problem, language)
  }
}
