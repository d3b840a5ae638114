export const LABS_PATH = '/labs'
/** The page with one lab and one of its tabs. */
export const labPath = (lab: string, tab: LabTab = 'scope'): string => `${LABS_PATH}?lab=${lab}&tab=${tab}`
export const TABS = ['scope', 'tests', 'resources'] as const
export type LabTab = (typeof TABS)[number]
/** Where the resources of the complex are kept; the page is that of bookings. */
export const RESOURCES_PATH = '/bookings/resources'
/** The slip of one booking, likewise. */
export const slipPath = (id: string): string => `/bookings/${id}`
