import { defineStore } from 'pinia'
import { searcher } from '../searcher.ts'
import { today } from '../../db/today.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { dropSaved } from './saved.ts'

/** The lookups of this window, one a tab. */
export const useLookups = defineStore('lookups', () => {
  const lookups = new Map<string, Lookup>()
  return {
    of: (tab: string): Lookup => {
      const kept = lookups.get(tab)
      if (kept) return kept
      const lookup = createLookup(tab, { source: searcher(), today, storage: sessionStorage })
      lookups.set(tab, lookup)
      return lookup
    },
    forget: (tab: string): void => {
      lookups.delete(tab)
      searcher().forget(tab)
      dropSaved(sessionStorage, tab)
    },
  }
})
