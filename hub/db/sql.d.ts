/** A file's text, taken into the bundle by Vite. */
declare module '*.sql?raw' {
  const text: string
  export default text
}
