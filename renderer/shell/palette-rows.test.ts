import { describe, expect, it } from 'vitest'
import type { PaletteProvider, PaletteRow } from '../contribution.ts'
import { askProviders, listed, matching, remember } from './palette-rows.ts'

const rows = (...titles: string[]): PaletteRow[] => titles.map(title => ({ id: title, title }))
const provider = (group: string, found: PaletteRow[], total = found.length): PaletteProvider => ({ group, icon: 'book', search: () => Promise.resolve({ total, rows: found }) })

describe('askProviders', () => {
  it('joins groups of one name and drops empty ones', async () => {
    const groups = await askProviders([provider('a', rows('1')), provider('b', []), provider('a', rows('2'), 9)], 'x', () => true)
    expect(groups.map(({ group, total, rows: found }) => [group, total, found.map(({ title }) => title)])).toEqual([['a', 10, ['1', '2']]])
  })

  it('puts mere ways on last, whichever group they came with', async () => {
    const groups = await askProviders([provider('a', [{ id: 'way', title: 'way', anyText: true }]), provider('b', rows('1'))], 'x', () => true)
    expect(groups.map(({ group, rows: found }) => [group, found[0].id])).toEqual([['b', '1'], ['palette.ways', 'way']])
  })

  it('counts no way among what was found', async () => {
    const groups = await askProviders([provider('a', rows('1')), provider('a', [{ id: 'way', title: 'way', anyText: true }])], 'x', () => true)
    expect(groups.map(({ group, total }) => [group, total])).toEqual([['a', 1], ['palette.ways', 1]])
  })

  it('leaves out what can’t be opened, and doesn’t count it', async () => {
    const groups = await askProviders([provider('a', [{ id: '1', title: '1', path: '/1' }, { id: '2', title: '2', path: '/2' }], 9), provider('b', [{ id: '3', title: '3', path: '/2' }])], 'x', path => path === '/1')
    expect(groups.map(({ group, total, rows: found }) => [group, total, found.map(({ id }) => id)])).toEqual([['a', 8, ['1']]])
  })

  it('gives rows the icon of their provider where they have none', async () => {
    const [group] = await askProviders([provider('a', [{ id: '1', title: '1' }, { id: '2', title: '2', icon: 'pen' }])], '', () => true)
    expect(group.rows.map(({ icon }) => icon)).toEqual(['book', 'pen'])
  })
})

describe('listed', () => {
  const groups = [{ group: 'a', total: 5, rows: rows('1', '2', '3', '4', '5') }, { group: 'b', total: 1, rows: rows('6') }]
  it('lists three of each, or all of the one chosen', () => {
    expect([listed(groups, null).map(group => group.rows.length), listed(groups, 'a').map(group => group.rows.length)]).toEqual([[3, 1], [5]])
  })
})

describe('matching', () => {
  const actions = [{ id: 'keys', title: '按键表', words: 'keys 快捷键' }, { id: 'dark', title: '换成深色', words: 'dark theme' }]
  it('finds by title and by words, and marks what stands in the title', () => {
    expect(matching(actions, '按键').map(({ id, titleMarks }) => [id, titleMarks])).toEqual([['keys', [[0, 2]]]])
    expect(matching(actions, 'DARK').map(({ id, titleMarks }) => [id, titleMarks])).toEqual([['dark', []]])
    expect(matching(actions, 'dark 按键')).toEqual([])
  })
  it('lists all for no text', () => expect(matching(actions, ' ')).toHaveLength(2))
})

describe('remember', () => {
  it('puts the newest first, each once, five at most', () => {
    const recent = ['a', 'b', 'c', 'd', 'e', 'b'].reduce((list, id) => remember(list, { id, title: id, path: `/${id}` }), [] as ReturnType<typeof remember>)
    expect(recent.map(({ id }) => id)).toEqual(['b', 'e', 'd', 'c', 'a'])
  })
})
