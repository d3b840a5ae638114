// How texts of a catalogue are taken before anything is made of them.

/** Full-width ASCII to plain, blanks squeezed and trimmed; Chinese punctuation stays. */
export const narrow = (text: string): string => (PLAIN.test(text) ? text : text.replace(WIDE, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(BLANKS, ' ').trim())

/** Blanks squeezed and trimmed, everything else as it stands. */
export const tidy = (text: string): string => (TIDY.test(text) ? text : text.replace(BLANKS, ' ').trim())

/** Empty, or a word that says so: 无, `-`, 待定, N/A. */
export const isPlaceholder = (text: string): boolean => text === '' || PLACEHOLDER.test(text)

/** Entries of a list however it is divided; a line break may also stand as the two characters `\n`. */
export const splitList = (text: string): string[] => (DIVIDED.test(text) ? text.split(DIVIDERS).map(tidy) : [tidy(text)]).filter(entry => entry !== '')

const PLAIN = /^[!-~]+(?: [!-~]+)*$/
const TIDY = /^\S+(?: \S+)*$/
const WIDE = /[\uff01-\uff5e]/g
const BLANKS = /[\s\u3000\u200b\ufeff]+/g
const PLACEHOLDER = /^(?:[-—–－―/\\*.]+|无|暂无|没有|空|未知|不详|待定|待查|null|none|nil|undefined|nan|n\/?a|tbd|#n\/a)$/i
const DIVIDED = /[;；,，、|\n\r]|\\n/
const DIVIDERS = /(?:[;；,，、|\n\r]|\\n)+/
