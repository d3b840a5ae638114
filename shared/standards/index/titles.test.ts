import { expect, it } from 'vitest'
import { shownTitle, titlesOf } from './titles.ts'

it('heads a page with the title that the list shows: Chinese, else Japanese before English', () => {
  const titles = { en: 'Plain bearings', fr: 'Paliers lisses', ja: 'すべり軸受' }
  expect(shownTitle({ titles })).toEqual({ language: 'ja', text: 'すべり軸受' })
  expect(titlesOf({ titles }).map(({ language }) => language)).toEqual(['ja', 'en', 'fr'])
  expect(shownTitle({ titles: { ...titles, zh: '滑动轴承' } })?.language).toBe('zh')
  expect(shownTitle({ titles: {} })).toBeNull()
})
