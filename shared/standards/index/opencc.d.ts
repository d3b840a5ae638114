// The character tables of opencc-js, without its phrases and engine: `from to|from to|…`.
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const table: string
  export default table
}
