import { inject, onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { contributionsKey, type EditionFacts } from './contribution.ts'

/** What the catalogue knows of each number on a day, filled in as the answers come. */
export const useEditions = (numbers: Ref<readonly string[]>, day: Ref<string>): Readonly<Ref<ReadonlyMap<string, EditionFacts>>> => {
  const known = shallowRef<ReadonlyMap<string, EditionFacts>>(new Map())
  const ask = inject(contributionsKey)!.find(({ edition }) => edition)?.edition
  let turn = 0
  watch([() => [...new Set(numbers.value)].sort().join('\n'), day], async ([list, on]) => {
    const mine = ++turn
    const found = new Map<string, EditionFacts>()
    for (const number of list === '' ? [] : list.split('\n')) {
      const facts = await ask?.(number, on)
      if (mine !== turn) return
      if (facts) found.set(number, facts)
    }
    known.value = found
  }, { immediate: true })
  onScopeDispose(() => { turn++ })
  return known
}
