import type { PaletteProvider } from '../contribution.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { setPath, SETS_PATH } from './paths.ts'

/** Indicator sets by their names and the names of their indicators; the edition in use, else the newest. */
export const setsInPalette: PaletteProvider = {
  group: 'benchmarks.set.title',
  icon: 'target',
  search: async text => {
    const { t } = i18n.global
    const page = plain(`${t('benchmarks.set.title')} ${t('benchmarks.title')} ${t('benchmarks.set.words')}`).includes(plain(text)) ? [{ id: 'sets', title: t('benchmarks.set.title'), path: SETS_PATH }] : []
    if (text === '') return { total: page.length, rows: page }
    const all = (await look(reads => reads.list('indicator_sets'), [])).filter(({ state }) => state !== 'ended')
    const rows = all.filter(({ name, indicators, references }) => plain([name, ...indicators.map(one => one.name), ...references.map(({ number }) => number ?? '')].join(' ')).includes(plain(text)))
      .map(({ id, name, edition, state }) => ({ id: `set:${id}`, title: name, strong: true, hint: `${t('benchmarks.set.edition', { n: edition })} ${t(`benchmarks.state.${state}`)}`, path: setPath(id) }))
    return { total: rows.length + page.length, rows: [...rows.slice(0, ROWS), ...page] }
  },
}

const plain = (text: string): string => text.toLowerCase().replace(/[—–]/g, '-').replace(/\s+/g, '')
/** More than this nobody walks through in a palette. */
const ROWS = 60
