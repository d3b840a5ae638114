import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Result } from '#shared/lib/result.ts'
import type { SaveProblem } from '#shared/desktop.ts'
import type { Refusal } from '#shared/standards/import/outcome.ts'
import { refusedCsv } from '#shared/readers/refused-csv.ts'
import { saveProblemText } from '#shared/words/desktop.ts'
import type { Locale } from '#shared/words/locale.ts'
import { refusedWords } from '#shared/words/reading.ts'
import { saveFile } from '../../desktop.ts'
import { useLanguage } from './language.ts'

/** Saves refused rows as a csv that can be mended and imported again; `columns` is the order in which their columns stand. A value of null = the person cancelled. */
export const saveRefused = (refused: Refusal[], name: string, language: Locale, columns: string[] = []): Promise<Result<{ path: string } | null, SaveProblem>> =>
  saveFile(`${name}.csv`, new TextEncoder().encode(refusedCsv(refused, columns, refusedWords(language))))

/** The same from a page, with what became of it in words. */
export const useExport = (): { save: (refused: Refusal[], columns?: string[]) => Promise<void>; said: Ref<string>; failed: Ref<string> } => {
  const { t } = useI18n()
  const language = useLanguage()
  const said = ref('')
  const failed = ref('')
  return {
    said,
    failed,
    save: async (refused, columns) => {
      said.value = failed.value = ''
      const saved = await saveRefused(refused, t('import.lists.fileName'), language.value, columns)
      if (!saved.ok) failed.value = saveProblemText(saved.problem, language.value)
      else if (saved.value) said.value = t('import.lists.exported', { where: saved.value.path })
    },
  }
}
