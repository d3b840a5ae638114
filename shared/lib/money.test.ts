import { expect, test } from 'vitest'
import { plusPercent, yuanOf } from './money.ts'

test.each([[0, '0.00', '0'], [5, '0.05', '0.05'], [12000, '120.00', '120'], [12050, '120.50', '120.50']])('%i fen', (fen, text, whole) => expect([yuanOf(fen), yuanOf(fen, true)]).toEqual([text, whole]))

test.each([[12000, 50, 18000], [1, 50, 2], [1, 49, 1], [333, 50, 500], [5, 10, 6], [12345, 0, 12345], [0, 50, 0], [1e11, 1000, 11e11]])('%i fen and %i %% on top are %i fen', (fen, percent, sum) => expect(plusPercent(fen, percent)).toBe(sum))
