import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { type IsoDay, localDay } from '#shared/lib/dates.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'

/** A file of the list; the order of the list decides where files disagree. */
export type ChosenFile = { id: number; file: File; look: Look }
export type Look = { state: 'looking' } | { state: 'ready'; found: FileLook } | { state: 'unreadable'; problem: ReadProblem }
export type ReadyFile = { id: number; file: File; look: FileLook }

export type ChosenFiles = {
  files: ShallowRef<ChosenFile[]>
  ready: ComputedRef<ReadyFile[]>
  unreadable: ComputedRef<number>
  looking: ComputedRef<boolean>
  /** The day on which the newest of them was last changed. */
  newest: ComputedRef<IsoDay | null>
  /** Looks at each; answers with the names that were in the list already. */
  add: (files: readonly File[]) => string[]
  remove: (id: number) => void
  removeUnreadable: () => void
  /** Up is -1; answers with the place it has now, counted from 1. */
  move: (id: number, by: 1 | -1) => number
  clear: () => void
}

export const useChosenFiles = (lookAt: (file: File) => Promise<Result<FileLook, ReadProblem>>): ChosenFiles => {
  const files = shallowRef<ChosenFile[]>([])
  let nextId = 1

  const look = async ({ id, file }: ChosenFile) => {
    const found = await lookAt(file)
    const answer: Look = found.ok ? { state: 'ready', found: found.value } : { state: 'unreadable', problem: found.problem }
    files.value = files.value.map(each => (each.id === id ? { ...each, look: answer } : each))
  }

  const add = (more: readonly File[]): string[] => {
    const doubles = more.filter(file => files.value.some(each => isSame(each.file, file)))
    const fresh = more.filter(file => !doubles.includes(file)).map((file): ChosenFile => ({ id: nextId++, file, look: { state: 'looking' } }))
    files.value = [...files.value, ...fresh]
    for (const each of fresh) void look(each)
    return doubles.map(file => file.name)
  }

  const move = (id: number, by: 1 | -1): number => {
    const from = files.value.findIndex(each => each.id === id)
    const to = Math.min(files.value.length - 1, Math.max(0, from + by))
    const list = [...files.value]
    list.splice(to, 0, ...list.splice(from, 1))
    files.value = list
    return to + 1
  }

  return {
    files,
    ready: computed(() => files.value.flatMap(({ id, file, look }) => (look.state === 'ready' ? [{ id, file, look: look.found }] : []))),
    unreadable: computed(() => files.value.filter(each => each.look.state === 'unreadable').length),
    looking: computed(() => files.value.some(each => each.look.state === 'looking')),
    newest: computed(() => (files.value.length ? localDay(Math.max(...files.value.map(each => each.file.lastModified))) : null)),
    add,
    remove: id => { files.value = files.value.filter(each => each.id !== id) },
    removeUnreadable: () => { files.value = files.value.filter(each => each.look.state !== 'unreadable') },
    move,
    clear: () => { files.value = [] },
  }
}

const isSame = (a: File, b: File): boolean => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified
