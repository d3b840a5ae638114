/** So long after its last contact with the hub a desk still changes data, ms; then it only reads, and its outbox waits for a login. */
export const LEASE_MS = 14 * 24 * 3600_000

/** `agreedAt`: when the desk was last in step, by the same clock; null = never, so no hub has lent it anything. */
export const isLeaseOver = (agreedAt: number | null, now: number): boolean => agreedAt !== null && now - agreedAt > LEASE_MS
