/** Written in by the build: the version of Pinli, and of the Electron it is built for. */
declare const __PINLI_VERSION__: string
declare const __ELECTRON_VERSION__: string
