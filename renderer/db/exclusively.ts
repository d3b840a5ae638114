// Work of which one runs at a time, over all windows of the app; in this one alone where the browser has no locks.

/** One after the other. `signal` ends the waiting. */
export const exclusively = <R>(name: string, work: () => Promise<R>, signal?: AbortSignal): Promise<R> => {
  const locks = browserLocks()
  if (locks) return signal ? locks.request(name, { signal }, work) : locks.request(name, work)
  const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
    signal?.throwIfAborted()
    return work()
  })
  const tail = turn.catch(() => undefined).finally(() => tails.get(name) === tail && tails.delete(name))
  tails.set(name, tail)
  return turn
}

/** `taken` is the answer where such work runs already. A lock falls with its window, so a closed or crashed one blocks nobody. */
export const ifFree = <R>(name: string, work: () => Promise<R>, taken: () => R): Promise<R> => {
  const locks = browserLocks()
  if (locks) return locks.request(name, { ifAvailable: true }, async lock => (lock ? work() : taken()))
  return tails.has(name) ? Promise.resolve(taken()) : exclusively(name, work)
}

/** Resolves when no such work runs. */
export const whenFree = async (name: string): Promise<void> => {
  const locks = browserLocks()
  if (locks) await locks.request(name, { mode: 'shared' }, () => undefined)
  else await tails.get(name)
}

const browserLocks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks)
const tails = new Map<string, Promise<unknown>>()
