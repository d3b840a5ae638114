import { displayNumber } from '#shared/standards/number.ts'
import type { Hit } from '#shared/standards/query.ts'
import type { PaletteProvider, PaletteRow } from '../contribution.ts'
import { i18n } from '../i18n.ts'
import { shortened } from '../ui/shortened.ts'
import StatusBadge from './parts/StatusBadge.vue'
import { count, showTitle } from './parts/show.ts'
import { searchPath, standardPath } from './paths.ts'
import { searcher } from './searcher.ts'
import { today } from '../db/today.ts'

/** Standards in the palette: the same search as the lookup, always as of today. */
export const standardsInPalette: PaletteProvider = {
  group: 'standards.palette.group',
  icon: 'book',
  search: async text => {
    if (text === '') return { total: 0, rows: [] }
    const answer = await searcher().search('palette', { text, filters: {}, order: 'relevance', day: today.value }, ROWS)
    return { total: answer?.total ?? 0, rows: answer?.hits.map(row) ?? [] }
  },
}

/** The way from the palette to the lookup with the same text; stands among the frame's actions. */
export const lookupInPalette: PaletteProvider = {
  group: 'palette.actions',
  icon: 'search',
  search: async text => {
    if (text === '') return { total: 0, rows: [] }
    const answer = await searcher().search('palette-count', { text, filters: {}, order: 'relevance', day: today.value }, 0)
    const { t } = i18n.global
    return { total: 1, rows: [{ id: 'lookup', anyText: !answer?.total, title: t('standards.palette.action', { text: shortened(text) }), hint: answer ? t('standards.palette.hint', { n: count(answer.total) }) : '', path: searchPath(text) }] }
  },
}

/** More than this nobody walks through in a palette; the lookup has them all. */
const ROWS = 60

const row = ({ number, numberMarks, title, titleMarks, status }: Hit): PaletteRow => ({
  id: `standard:${number}`,
  title: displayNumber(number),
  strong: true,
  hint: showTitle(title),
  titleMarks: numberMarks,
  hintMarks: titleMarks,
  badge: { component: StatusBadge, props: { status } },
  path: standardPath(number),
})
