/** Puts memory in the place of all that the browser would keep, so that nothing that runs here, packages too, leaves anything behind. */
export const useMemory = async (): Promise<void> => {
  const { indexedDB, IDBKeyRange } = await import('fake-indexeddb')
  for (const [name, value] of Object.entries({ indexedDB, IDBKeyRange, localStorage: storage(), sessionStorage: storage() })) Object.defineProperty(globalThis, name, { value })
}

const storage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const held = new Map<string, string>()
  return { getItem: key => held.get(key) ?? null, setItem: (key, text) => void held.set(key, text), removeItem: key => void held.delete(key) }
}
