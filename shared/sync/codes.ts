/** Codes of outcomes, plain data; their words stand in `shared/words`. */
export const OUTCOME_CODES = [
  'slot-taken', 'resource-closed', 'already-closed', 'hold-expired', 'hold-limit', 'calibration-overdue', 'too-far', 'too-long', 'share-used', 'too-early', 'not-this-test', 'step-order', 'stale-field', 'bad-state', 'forbidden', 'not-found', 'validation',
  'schema-too-old', 'too-large', 'blob-missing', 'depends-on', 'already-enrolled', 'command-unknown',
] as const
export type OutcomeCode = (typeof OUTCOME_CODES)[number]
