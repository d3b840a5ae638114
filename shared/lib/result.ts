/** An expected outcome. Bugs throw; what a user or a file can cause comes back as a problem. */
export type Result<T, P extends Problem = Problem> = { ok: true; value: T } | { ok: false; problem: P }

/** Plain data with a code; its text in zh and en stands in `shared/words`. */
export type Problem = { code: string }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <P extends Problem>(problem: P): { ok: false; problem: P } => ({ ok: false, problem })
