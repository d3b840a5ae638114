import type { Result } from '#shared/lib/result.ts'
import type { Hint, Page, PullRequest, PushReply, PushRequest, SyncError } from '#shared/sync/protocol.ts'

/** Why nothing came back that can be used; none of it says anything about a command. */
export type LineProblem =
  | SyncError
  /** No line, no hub behind it, or it failed: try again. */
  | { code: 'unreachable'; detail: string }
  /** There is no token, or the hub takes it no longer. */
  | { code: 'logged-out' }
  /** What came back is not of the protocol. */
  | { code: 'garbled'; detail: string }

/** The way to the hub. `signal` breaks a call off; it then counts as unreachable. */
export type HubLine = {
  push(request: PushRequest, signal: AbortSignal): Promise<Result<PushReply, LineProblem>>
  pull(request: PullRequest, signal: AbortSignal): Promise<Result<Page, LineProblem>>
  /** Which history the hub has and hints that a scope has moved, for as long as the line holds; answers with why it ended. */
  pokes(hear: (hint: Hint) => void, signal: AbortSignal): Promise<LineProblem>
}
