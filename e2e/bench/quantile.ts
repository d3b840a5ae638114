/** The smallest value that `share` of the values do not exceed; NaN of none. */
export const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN
