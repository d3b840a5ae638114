import { strToU8, zipSync, type Zippable } from 'fflate'

/** A workbook for tests, from the markup of its sheets' rows; parts can be replaced or left out (null). */
export const workbook = (sheets: Record<string, string>, parts: Record<string, string | Uint8Array | null> = {}): Uint8Array => {
  const names = Object.keys(sheets)
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/s${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/s${i + 1}.xml`, `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`])),
    ...parts,
  }
  const files: Zippable = {}
  for (const [name, part] of Object.entries(all)) if (part !== null) files[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files)
}

/** A row of texts in the cells themselves. */
export const textRow = (line: number, ...texts: string[]): string => `<row r="${line}">${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
