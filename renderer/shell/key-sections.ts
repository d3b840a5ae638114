import type { KeyBinding } from '../contribution.ts'
import { eachKey, keycapText } from '../ui/keys.ts'

export type KeySection = { where: string; bindings: KeyBinding[] }

/** The key sheet's sections in the order of their first key. `query` is a word of the label or a key as its cap reads. */
export const keySections = (bindings: readonly KeyBinding[], { query, app, say }: { query: string; app: boolean; say: (key: string) => string }): KeySection[] => {
  const sections = new Map<string, KeyBinding[]>()
  for (const binding of bindings) {
    if (!app && binding.browser === false) continue
    if (!matches(binding, bare(query), say)) continue
    sections.set(binding.where, [...(sections.get(binding.where) ?? []), binding])
  }
  return [...sections].map(([where, found]) => ({ where, bindings: found }))
}

/** Two columns as even as whole sections allow; a heading counts as a row and a half. */
export const halves = (sections: readonly KeySection[]): [KeySection[], KeySection[]] => {
  const height = ({ bindings }: KeySection) => bindings.length + 1.5
  const total = sections.reduce((sum, section) => sum + height(section), 0)
  let left = 0
  let split = 0
  while (split < sections.length && left + height(sections[split]) / 2 <= total / 2) left += height(sections[split++])
  return [sections.slice(0, split), sections.slice(split)]
}

/** What the search field reads when a key was pressed: as on its cap. */
export const queryOfKey = (pressed: string): string => keycapText(pressed)

const matches = ({ label, where, pressed }: KeyBinding, query: string, say: (key: string) => string): boolean =>
  query === '' || bare(say(label)).includes(query) || bare(say(where)).includes(query) || pressed.some(keys => eachKey(keys).some(key => bare(keycapText(key)) === query))

const bare = (text: string): string => text.toLowerCase().replace(/[\s+]/g, '')
