/** The five complexes of the plan; their names stand in the messages. */
export const COMPLEXES = ['keqiao', 'shangyu', 'zhuji', 'shengzhou', 'xinchang'] as const
