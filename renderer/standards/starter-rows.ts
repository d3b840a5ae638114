/** How many standards the starter catalogue has; it is loaded only when it is installed. */
export const STARTER_ROWS = 108
