import { reactive } from 'vue'
import { COMPLEXES } from '../complexes.ts'
import type { Complex } from '../settings.store.ts'

export type Answers = { complex: (typeof COMPLEXES)[number] | 'own'; ownName: string; catalogue: 'starter' | 'file' }

/** What was chosen so far; everything is chosen before the first key. */
export const useAnswers = (before: Complex | null): Answers =>
  reactive({ complex: before && 'id' in before ? before.id : before ? 'own' : COMPLEXES[0], ownName: before && 'name' in before ? before.name : '', catalogue: 'starter' })

/** Null = the own name is missing or longer than 40 characters. */
export const complexOf = ({ complex, ownName }: Answers): Complex | null => {
  if (complex !== 'own') return { id: complex }
  const name = ownName.trim()
  return name.length >= 1 && [...name].length <= 40 ? { name } : null
}
