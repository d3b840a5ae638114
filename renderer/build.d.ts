/** The version in package.json, written in by the build. */
declare const __PINLI_VERSION__: string
