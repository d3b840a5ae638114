import { readTag } from '#shared/lib/tag.ts'
import type { PaletteProvider } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { ADD_PATH, BATCH_PATH, DUE_PATH, instrumentPath } from './paths.ts'
import { entriesOn, matching, readRegister } from './register.ts'
import { today } from '../db/today.ts'

/** Instruments by number, name, keeper or company, or by a scanned tag; and the way to enter one. */
export const instrumentsInPalette: PaletteProvider = {
  group: 'instruments.title',
  icon: 'gauge',
  search: async text => {
    const { t } = i18n.global
    const ways = [{ id: 'add-instrument', title: t('instruments.add'), path: ADD_PATH }, { id: 'due-calendar', title: t('instruments.cal.title'), path: DUE_PATH }, { id: 'batch-booking', title: t('instruments.batch.title'), path: BATCH_PATH }].filter(({ title }) => `${title} ${t('instruments.palette.words')}`.toLowerCase().includes(text.toLowerCase()))
    if (text === '') return { total: ways.length, rows: ways }
    const all = entriesOn(await look(readRegister, []), today.value)
    const tag = readTag(text)
    const found = tag === null ? matching(all, text) : all.filter(({ instrument }) => tag.kind === 'QJ' && instrument.id === tag.id)
    const rows = found.slice(0, ROWS).map(({ instrument: { id, number, name }, owner }) => ({ id: `instrument:${id}`, title: `${number} ${name}`, strong: true, hint: owner ?? t('instruments.pane.own'), path: instrumentPath(id) }))
    return { total: found.length + ways.length, rows: [...rows, ...ways] }
  },
}
/** More than this nobody walks through in a palette; the page has them all. */
const ROWS = 60
