/** With less than this left, writing may soon be refused. */
const LOW_BYTES = 100 * 2 ** 20

/**
 * Asks the browser not to clear what is kept here when the disk runs full; it may say no, so nothing relies on it.
 * Answers with the bytes left where there are too few of them, else null.
 */
export const guardStorage = async (storage: StorageManager | undefined = navigator.storage): Promise<number | null> => {
  if (!storage) return null
  await storage.persist()
  const { quota, usage = 0 } = await storage.estimate()
  return quota !== undefined && quota - usage < LOW_BYTES ? Math.max(0, quota - usage) : null
}
