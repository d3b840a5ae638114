/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 units, no spaces, numbers and strings as JSON.stringify writes them.
 * Members that are undefined are left out, as JSON leaves them out. Expects plain JSON: no cycles, no lone surrogates.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join()}}`
}
