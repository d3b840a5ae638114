import { computed, type ComputedRef, onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'
import type { Company } from '#shared/companies/company.ts'
import { type Found, known } from './known.ts'

/** All companies, aliases too; null until they are read. */
export const useCompanies = (): Readonly<ShallowRef<readonly Company[] | null>> => known().companies

/** The last answer to what is typed; `current`: it is that of the present text and list. */
export const useFound = (text: () => string, most: number): { found: Readonly<ShallowRef<Found | null>>; current: ComputedRef<boolean> } => {
  const { companies, find } = known()
  const found = shallowRef<Found | null>(null)
  const of = shallowRef<readonly Company[] | null>(null)
  let turn = 0
  watch([text, companies], async ([typed, list]) => {
    const mine = ++turn
    const answer = await find(typed, most)
    if (mine === turn) [found.value, of.value] = [answer, list]
  }, { immediate: true })
  onScopeDispose(() => { turn++ })
  return { found, current: computed(() => found.value?.text === text() && of.value === companies.value) }
}
