import { displayNumber } from '#shared/standards/number.ts'
import type { OwnStandard } from '#shared/standards/own.ts'
import type { PaletteProvider } from '../../contribution.ts'
import { look } from '../../db/live.ts'
import { i18n } from '../../i18n.ts'
import { OWN_PATH, ownPath } from '../paths.ts'

/** Does a row hold every part of the text, in its number, title or company? Dashes and case don't count. */
export const matches = ({ number, title, owner }: OwnStandard, text: string): boolean => {
  const held = plain(`${number} ${title} ${owner ?? ''}`)
  return plain(text).split(/\s+/).every(part => held.includes(part))
}

const plain = (text: string): string => text.toLowerCase().replace(/[—–]/g, '-').trim()

/** Own standards in the palette, and the way to their page. */
export const ownInPalette: PaletteProvider = {
  group: 'own.palette.group',
  icon: 'book',
  search: async text => {
    const { t } = i18n.global
    const page = `${t('own.palette.open')} ${t('own.palette.words')}`.toLowerCase().includes(text.toLowerCase()) ? [{ id: 'own', title: t('own.palette.open'), path: OWN_PATH }] : []
    const found = text === '' ? [] : (await look(reads => reads.list('own_standards'), [])).filter(row => matches(row, text))
    const rows = found.map(({ id, number, title }) => ({ id: `own:${id}`, title: displayNumber(number), strong: true, hint: title, path: ownPath(number) }))
    return { total: rows.length + page.length, rows: [...rows, ...page] }
  },
}
