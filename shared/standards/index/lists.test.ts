import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitset, hasBit } from './bitset.ts'
import { compareBytes, openDictionary, packDictionary } from './dictionary.ts'
import { openPostings, packPostings } from './postings.ts'
import { openSegment, writeSegment, type Section } from './segment.ts'

const reopened = (sections: Record<string, Section>) => {
  const opened = openSegment(writeSegment('hot', '', {}, sections), 'hot')
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9', '.', '-', 'é', 'µ'), minLength: 1, maxLength: 12 })

describe('the dictionary', () => {
  it('finds by prefix what a plain filter finds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), word, (words, prefix) => {
        const sorted = [...words].sort(compareBytes)
        const dictionary = openDictionary(reopened(packDictionary('d', sorted)), 'd')
        const [from, to] = dictionary.range(prefix)
        expect(sorted.slice(from, to)).toEqual(sorted.filter(each => each.startsWith(prefix)))
        expect(dictionary.endOfEqual(prefix, from) - from).toBe(sorted.filter(each => each === prefix).length)
      }),
    )
  })
})

describe('posting lists', () => {
  it('give back the records of each, sparse and dense', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (records, shares) => {
        const lists = shares.map((share, i) => Array.from({ length: records }, (_, doc) => doc).filter(doc => ((doc * 2654435761 + i * 97) >>> 0) / 4294967296 < share ** 3))
        const postings = openPostings(reopened(packPostings('p', records, lists, lists.length)), 'p')
        lists.forEach((list, i) => {
          const set = bitset(records)
          postings.or(set, i, i + 1)
          expect(Array.from({ length: records }, (_, doc) => doc).filter(doc => hasBit(set, doc))).toEqual(list)
        })
      }),
      { numRuns: 60 },
    )
  })
})
