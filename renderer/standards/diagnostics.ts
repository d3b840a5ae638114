import type { SearchState } from './search/search-client.ts'

/** What a technician needs of a catalogue that doesn't open; nothing personal. */
export const diagnosticsOf = (state: SearchState): string =>
  JSON.stringify({ at: new Date().toISOString(), version: __PINLI_VERSION__, agent: navigator.userAgent, catalogue: state }, null, 2)
