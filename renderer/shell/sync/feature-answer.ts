import { inject, type ShallowRef, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Outcome } from '#shared/sync/protocol.ts'
import { type Answer, contributionsKey } from '../../contribution.ts'

/** What the feature of a command makes of the hub's answer; null = it says nothing beyond the outcome. */
export const useFeatureAnswer = (asked: () => { name: string; args: unknown }, outcome: () => Outcome): ShallowRef<Answer | null> => {
  const contributions = inject(contributionsKey, [])
  const { locale } = useI18n()
  const answer = shallowRef<Answer | null>(null)
  let turn = 0
  watch([asked, outcome, locale], async () => {
    const mine = ++turn
    const one = asked()
    const reader = contributions.flatMap(({ answers }) => answers ?? []).find(({ commands }) => commands.includes(one.name))
    const found = reader ? await reader.read(one, outcome()) : null
    if (mine === turn) answer.value = found
  }, { immediate: true })
  return answer
}
