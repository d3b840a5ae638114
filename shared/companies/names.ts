// How names of companies are compared: as they are written, and by what is left without the words that many of them share.

/** Width, case, blanks and brackets of either kind don't count. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s()-]/g, '')

/** Without its legal form and the places around here; a name of nothing else keeps them. For proposals, never for a decision. */
export const bareName = (name: string): string => {
  const whole = fold(name)
  const bare = whole.replace(LEGAL_FORM, '').replace(PLACES, '')
  return bare.length >= 2 ? bare : whole
}

const LEGAL_FORM = /(?:(?:股份)?有限(?:责任)?公司|(?:集团|总)公司|公司)$/
const PLACES = /浙江省?|绍兴市?|柯桥区?|越城区?|上虞[区市]?|诸暨市?|嵊州市?|新昌县?/g
