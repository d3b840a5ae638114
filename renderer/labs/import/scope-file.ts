import { reactive, ref, shallowRef, watch } from 'vue'
import { type ScopeColumn, missingIn, suggestScope } from '#shared/labs/import/columns.ts'
import { type ScopeDefaults, type ScopeRead, scopeReader } from '#shared/labs/import/read-scope.ts'
import { isLooseDate } from '#shared/lib/dates.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import { lookAt } from '#shared/readers/look.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { readRows } from '#shared/readers/read.ts'
import type { Scheme } from '#shared/labs/lab.ts'

/** What the heading says of all rows, as typed. */
export type Heading = { scheme: Scheme; certificate: string; from: string; until: string }

/** A chosen file, read anew whenever a column or the heading is changed. `read` null = not known yet, or not readable as it is mapped. */
export const useScopeFile = () => {
  const file = shallowRef<File | null>(null)
  const look = shallowRef<FileLook | null>(null)
  const problem = shallowRef<ReadProblem | null>(null)
  const mapping = ref<Mapping<ScopeColumn>>({})
  const heading = reactive<Heading>({ scheme: 'CNAS', certificate: '', from: '', until: '' })
  const read = shallowRef<ScopeRead | null>(null)
  let turn = new AbortController()

  const choose = async (picked: File | null): Promise<void> => {
    turn.abort()
    file.value = picked
    look.value = problem.value = read.value = null
    if (!picked) return
    const found = await lookAt(picked)
    if (file.value !== picked) return
    if (!found.ok) return void (problem.value = found.problem)
    mapping.value = suggestScope(found.value)
    look.value = found.value
  }
  /** A field has one column: the one that had it before is ignored now. */
  const map = (column: string, field: ScopeColumn | null): void => {
    mapping.value = Object.fromEntries(Object.entries(mapping.value).map(([name, held]) => [name, name === column ? field : held === field ? null : held]))
  }

  watch([look, mapping, heading], async () => {
    turn.abort()
    read.value = null
    if (!file.value || !look.value || missingIn(mapping.value).length > 0) return
    const defaults = defaultsOf(heading)
    if (!defaults) return
    const { signal } = (turn = new AbortController())
    const reader = scopeReader(file.value.name, mapping.value, defaults)
    for await (const rows of readRows(file.value, look.value, { signal })) {
      if (signal.aborted) return
      if (!rows.ok) return void (problem.value = rows.problem)
      reader.take(rows.value)
    }
    if (!signal.aborted) read.value = reader.found
  })
  return { file, look, problem, mapping, heading, read, choose, map }
}

/** null = a day that is none, or an end before its beginning. */
export const defaultsOf = ({ scheme, certificate, from, until }: Heading): ScopeDefaults | null => {
  const days = [from, until].map(text => text.trim())
  if (days.some(text => text !== '' && !(text.length === 10 && isLooseDate(text))) || (days[0] !== '' && days[1] !== '' && days[0] > days[1])) return null
  return { scheme, certificate: certificate.trim() || null, from: days[0] || null, until: days[1] || null }
}
