/** Replaced by Vite. */
declare const __PINLI_VERSION__: string
