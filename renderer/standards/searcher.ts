import { createSearchClient, type SearchClient } from './search/search-client.ts'

let client: SearchClient | undefined

/** The one search of this window; its worker starts when first asked for. */
export const searcher = (): SearchClient => (client ??= createSearchClient())
