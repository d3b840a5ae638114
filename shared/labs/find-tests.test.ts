import { expect, test } from 'vitest'
import { findNeeds, needsOf } from './find-tests.ts'
import type { LabTest } from './lab.ts'

const of = (id: string, parameter: string, number: string, more: Partial<LabTest> = {}): LabTest => ({ id, complex: 'c', lab: id, object: '纺织品', parameter, number, range: null, parts: [], sample: null, prices: [], retired: false, ...more })
const needs = needsOf([of('a', '甲醛含量', 'GB/T 2912.1-2009'), of('b', '甲醛含量', 'GB/T 2912.1-2025'), of('c', '耐摩擦色牢度', 'GB/T 3920-2024'), of('d', '甲醛含量', 'GB/T 2912.2-2009'), of('e', 'pH 值', 'GB/T 7573-2009', { retired: true })])

test('one need a parameter and method, with every edition and lab that offers it', () => {
  expect(needs.map(({ parameter, numbers, tests }) => [parameter, numbers, tests.map(({ id }) => id)])).toEqual([
    ['甲醛含量', ['GB/T 2912.1-2009', 'GB/T 2912.1-2025'], ['a', 'b']],
    ['甲醛含量', ['GB/T 2912.2-2009'], ['d']],
    ['耐摩擦色牢度', ['GB/T 3920-2024'], ['c']],
  ])
})

test.each([['甲醛', 2], ['jqhl', 2], ['gb/t2912.2', 1], ['纺织品 nmc', 1], ['甲醛 3920', 0], ['pH', 0], ['', 3]])('%j finds %i', (text, n) => expect(findNeeds(needs, text)).toHaveLength(n))
