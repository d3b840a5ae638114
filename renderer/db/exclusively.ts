/** Runs work of one name one after the other, over all windows of the app where the browser has locks. */
export const exclusively = <R>(name: string, work: () => Promise<R>): Promise<R> => {
  const locks: LockManager | undefined = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (locks) return locks.request(name, work)
  const turn = (tails.get(name) ?? Promise.resolve()).then(work)
  tails.set(name, turn.catch(() => undefined))
  return turn
}
const tails = new Map<string, Promise<unknown>>()
