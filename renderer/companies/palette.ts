import { findable, findCompanies } from '#shared/companies/find.ts'
import type { PaletteProvider } from '../contribution.ts'
import { look } from '../db/live.ts'
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
    const found = text === '' ? [] : findCompanies(findable(await look(reads => reads.list('companies'), [])), text)
    const rows = found.slice(0, ROWS).map(({ company: { id, name, uscc } }) => ({ id: `company:${id}`, title: name, strong: true, hint: uscc ?? '', path: companyPath(name) }))
    return { total: found.length + add.length, rows: [...rows, ...add] }
  },
}
/** More than this nobody walks through in a palette; the page has them all. */
const ROWS = 60
