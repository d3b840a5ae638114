/** Where the pages of this feature stand. */
export const LOOKUP_PATH = '/standards'
export const IMPORT_PATH = '/standards/import'
export const CATALOGUE_SETTINGS_PATH = '/settings/catalogue'

/** A number goes into the path whole, its slashes escaped: `GB/T 2912.1-2009`. */
export const standardPath = (number: string): string => `${LOOKUP_PATH}/${encodeURIComponent(number)}`
export const searchPath = (text: string): string => `${LOOKUP_PATH}?q=${encodeURIComponent(text)}`

/** Own standards (企业标准), all or those that a text finds. */
export const OWN_PATH = '/standards/own'
export const ownPath = (text: string): string => `${OWN_PATH}?q=${encodeURIComponent(text)}`
