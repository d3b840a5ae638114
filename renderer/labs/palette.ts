import type { LabTest } from '#shared/labs/lab.ts'
import { displayNumber } from '#shared/standards/number.ts'
import type { PaletteProvider } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { labPath, LABS_PATH } from './paths.ts'

/** Labs and their tests in the palette, found by any part of their name, object, parameter or method. */
export const labsInPalette: PaletteProvider = {
  group: 'labs.title',
  icon: 'shield',
  search: async text => {
    const { t } = i18n.global
    const page = `${t('labs.title')} ${t('labs.palette')}`.toLowerCase().includes(text.toLowerCase()) ? [{ id: 'labs', title: t('labs.title'), path: LABS_PATH }] : []
    if (text === '') return { total: page.length, rows: page }
    const { labs, tests } = await look(async reads => ({ labs: (await reads.list('labs')).filter(({ retired }) => !retired), tests: await reads.list('tests') }), { labs: [], tests: [] })
    const names = new Map(labs.map(({ id, name }) => [id, name]))
    const found = labs.filter(({ name }) => plain(name).includes(plain(text))).map(({ id, name }) => ({ id: `lab:${id}`, title: name, strong: true, path: labPath(id) }))
    const offers = tests.filter(test => !test.retired && names.has(test.lab) && plain(wordsOf(test)).includes(plain(text))).map(test => ({ id: `test:${test.id}`, title: `${test.object} ${test.parameter}`, strong: true, hint: `${displayNumber(test.number)} ${names.get(test.lab)}`, path: labPath(test.lab, 'tests') }))
    const rows = [...found, ...offers]
    return { total: rows.length + page.length, rows: [...rows.slice(0, ROWS), ...page] }
  },
}

const wordsOf = ({ object, parameter, number }: LabTest): string => `${object}${parameter}${number}`
const plain = (text: string): string => text.toLowerCase().replace(/[—–]/g, '-').replace(/\s+/g, '')
/** More than this nobody walks through in a palette; the page has them all. */
const ROWS = 60
