/** 统一社会信用代码 with its check character; GB 32100-2015, 4 and 5. */
export const isUscc = (code: string): boolean => /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code) && code[17] === usccCheck(code)

/** The check character that belongs to the first 17. */
export const usccCheck = (code: string): string => {
  let sum = 0
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += ALPHABET.indexOf(code[i]) * weight
  return ALPHABET[(31 - (sum % 31)) % 31]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
