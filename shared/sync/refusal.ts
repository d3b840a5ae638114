// Every way in which the hub refuses a whole request. Their words stand in `shared/words/refusal.ts`.
import { z } from 'zod'
import { syncError } from './protocol.ts'

z.config({ jitless: true })

const seconds = z.int().min(0)

const loginRefusal = z.discriminatedUnion('code', [
  /** No token, or one that has run out, was logged out or belongs to a disabled user. */
  z.object({ code: z.literal('not-logged-in') }),
  /** Login name or passphrase; it isn't said which. `left`: tries before it is locked. */
  z.object({ code: z.literal('wrong-login'), left: z.int().min(0) }),
  z.object({ code: z.literal('locked'), retryAfter: seconds }),
  z.object({ code: z.literal('choose-password') }),
  z.object({ code: z.literal('weak-password'), min: z.int() }),
  /** Not enrolled here, or the signature isn't its own. */
  z.object({ code: z.literal('device-refused') }),
  /** The enrolment code is wrong, used or too old. */
  z.object({ code: z.literal('code-refused') }),
  z.object({ code: z.literal('login-taken') }),
  z.object({ code: z.literal('forbidden') }),
  z.object({ code: z.literal('not-found') }),
])

const requestRefusal = z.discriminatedUnion('code', [
  /** `where`: path of the first thing that the schema refuses. */
  z.object({ code: z.literal('malformed'), where: z.string() }),
  z.object({ code: z.literal('too-large'), maxBytes: z.int() }),
  z.object({ code: z.literal('wrong-type') }),
  z.object({ code: z.literal('foreign-origin') }),
  z.object({ code: z.literal('foreign-host') }),
  /** Its database is another hub's now, or not fit for it any more. */
  z.object({ code: z.literal('hub-halted'), retryAfter: seconds }),
  /** A bug of the hub's; its log says more under this id. */
  z.object({ code: z.literal('hub-failed'), id: z.string() }),
])

export const refusal = z.union([syncError, loginRefusal, requestRefusal])
export type Refusal = z.output<typeof refusal>
