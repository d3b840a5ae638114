export const COMPANIES_PATH = '/companies'
export const companyPath = (name: string): string => `${COMPANIES_PATH}?q=${encodeURIComponent(name)}`
export const COMPANIES_IMPORT_PATH = `${COMPANIES_PATH}/import`
/** The page with its dialog open for a new one. */
export const REGISTER_PATH = `${COMPANIES_PATH}?new=1`
