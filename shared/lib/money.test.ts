import { expect, test } from 'vitest'
import { yuanOf } from './money.ts'

test.each([[0, '0.00', '0'], [5, '0.05', '0.05'], [12000, '120.00', '120'], [12050, '120.50', '120.50']])('%i fen', (fen, text, whole) => expect([yuanOf(fen), yuanOf(fen, true)]).toEqual([text, whole]))
