import type { PaletteProvider } from '../contribution.ts'
import { known } from '../company-finder/known.ts'
import { i18n } from '../i18n.ts'
import { isStaff } from '../rights.ts'
import { companyPath, REGISTER_PATH } from './paths.ts'

/** Companies in the palette, and the way to register one. */
export const companiesInPalette: PaletteProvider = {
  group: 'companies.title',
  icon: 'building',
  search: async text => {
    const { t } = i18n.global
    const add = isStaff.value && `${t('companies.add')} ${t('companies.palette.words')}`.toLowerCase().includes(text.toLowerCase()) ? [{ id: 'register', title: t('companies.add'), path: REGISTER_PATH }] : []
    const found = text === '' ? null : await known().find(text, ROWS)
    const rows = (found?.companies() ?? []).map(({ id, name, uscc }) => ({ id: `company:${id}`, title: name, strong: true, hint: uscc ?? '', path: companyPath(name) }))
    return { total: (found?.total ?? 0) + add.length, rows: [...rows, ...add] }
  },
}
/** More than this nobody walks through in a palette; the page has them all. */
const ROWS = 60
