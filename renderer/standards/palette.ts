import type { PaletteProvider, PaletteRow } from '../contribution.ts'
import StatusBadge from './parts/StatusBadge.vue'
import { showTitle } from './parts/show.ts'
import { standardPath } from './paths.ts'
import { searcher } from './searcher.ts'
import { today } from './today.ts'
import type { Hit } from '#shared/standards/query.ts'
import { displayNumber } from '#shared/standards/number.ts'

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

/** More than this nobody walks through in a palette; the lookup has them all. */
const ROWS = 60

const row = ({ number, numberMarks, title, titleMarks, status }: Hit): PaletteRow => ({
  id: `standard:${number}`,
  title: displayNumber(number),
  hint: showTitle(title),
  titleMarks: numberMarks,
  hintMarks: titleMarks,
  badge: { component: StatusBadge, props: { status } },
  path: standardPath(number),
})
