/** Numbers as they stand in lists: three digits or the area code, and the last four; `0575-80000035` -> `0575-****0035`. Several stand side by side. */
export const maskedPhone = (phone: string): string => phone.split(/([、,，;；/])/).map((part, i) => (i % 2 === 1 ? part : masked(part))).join('')

const masked = (part: string): string => {
  const digits = part.replace(/\D/g, '')
  if (digits === '') return part
  if (digits.length < 7) return '****'
  const area = /^\s*(0\d{2,3})[-\s]/.exec(part)?.[1]
  return `${area ? `${area}-` : digits.length >= 11 ? digits.slice(0, 3) : ''}****${digits.slice(-4)}`
}
