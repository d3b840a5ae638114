import { type Ref, watch } from 'vue'

/**
 * Ties a text field to a text while an input method may compose in it.
 * While it composes, letters that only spell a word (jia'quan) are not taken and the field is never written to, so that no key is
 * lost or doubled; characters already chosen (Han, kana) are taken as they appear, and the whole text when the composition ends.
 * Browsers differ in whether `input` follows `compositionend`; taking the same text twice changes nothing.
 */
export const useComposedInput = (field: Ref<HTMLInputElement | null>, text: Ref<string>, take: (text: string) => void) => {
  let composing = false
  let spelling = false

  watch(
    [field, text],
    ([element, value]) => {
      if (element && !composing && element.value !== value) element.value = value
    },
    { flush: 'sync' },
  )

  return {
    compositionstart: () => (composing = true),
    // The field itself changes after this event, before the `input` that follows.
    compositionupdate: (event: CompositionEvent) => (spelling = !isChosen(event.data)),
    compositionend: (event: CompositionEvent) => {
      composing = false
      spelling = false
      take((event.target as HTMLInputElement).value)
    },
    input: (event: Event) => {
      if (!composing || !spelling) take((event.target as HTMLInputElement).value)
    },
  }
}

const isChosen = (data: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(data) && !/[a-z]/i.test(data)
