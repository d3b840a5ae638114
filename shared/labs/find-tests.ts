// Tests that answer one need: the same parameter of the same object by the same method, whichever lab and edition.
import { initialsOf } from '#shared/lib/pinyin.ts'
import type { LabTest } from './lab.ts'
import { methodOf } from './method.ts'

export type Need = { id: string; object: string; parameter: string; numbers: string[]; tests: LabTest[] }

/** Needs of all tests that are offered, in the order of parameter and object. */
export const needsOf = (tests: readonly LabTest[]): Need[] => {
  const needs = new Map<string, Need>()
  for (const test of tests) {
    if (test.retired) continue
    const { object, parameter, number } = test
    const id = [object, parameter, methodOf(number)?.method ?? number].map(fold).join('|')
    const need = needs.get(id)
    if (!need) needs.set(id, { id, object, parameter, numbers: [number], tests: [test] })
    else {
      need.tests.push(test)
      if (!need.numbers.includes(number)) need.numbers.push(number)
    }
  }
  return [...needs.values()].sort((a, b) => BY_NAME.compare(a.parameter, b.parameter) || BY_NAME.compare(a.object, b.object) || (a.id < b.id ? -1 : 1))
}

/** By any part of object, parameter or number, and by initials of the parameter; several words must all be found. */
export const findNeeds = (needs: readonly Need[], text: string): Need[] => {
  const words = text.trim().split(/\s+/).map(fold).filter(word => word !== '')
  return needs.filter(({ object, parameter, numbers }) => {
    const all = [object, parameter, ...numbers].map(fold)
    const initials = initialsOf(parameter)
    return words.every(word => all.some(one => one.includes(word)) || (/^[a-z0-9]+$/.test(word) && initials.includes(word)))
  })
}

/** Width, case and blanks don't count; so `gb/t2912` finds GB/T 2912.1. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const BY_NAME = new Intl.Collator('zh-u-co-pinyin', { numeric: true })
