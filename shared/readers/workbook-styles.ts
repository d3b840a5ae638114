import { attribute } from './xml.ts'

/**
 * By number of the cell style: whether its number format shows a date. Built-in formats by ECMA-376 part 1, 18.8.30, with the
 * ones of Chinese and Japanese Excel (27 to 36, 50 to 58); custom formats by a day, month or year outside quotes and brackets.
 */
export const dateStyles = async (read: (open: (name: string, attributes: string) => void) => Promise<void>): Promise<boolean[]> => {
  const custom = new Map<string, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await read((name, attributes) => {
    if (name === 'numFmt') custom.set(attribute(attributes, 'numFmtId') ?? '', showsDate(attribute(attributes, 'formatCode') ?? ''))
    else if (name === 'cellStyleXfs' || name === 'cellStyles') inCells = false
    else if (name === 'cellXfs') inCells = true
    else if (name === 'xf' && inCells) {
      const id = attribute(attributes, 'numFmtId') ?? '0'
      styles.push(custom.get(id) ?? isBuiltInDate(+id))
    }
  })
  return styles
}

const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58

const showsDate = (format: string): boolean => /[yd]|m.*[yd]|e[-年]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').replace(/general/gi, ''))
