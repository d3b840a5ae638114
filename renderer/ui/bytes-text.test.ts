import { expect, it } from 'vitest'
import { bytesText } from './bytes-text.ts'

it.each([[0, '0 B'], [999, '999 B'], [1000, '1 KB'], [8_400_000, '8.4 MB'], [118_000_000_000, '118 GB'], [5e15, '5000 TB']])('%i -> %s', (bytes, text) => expect(bytesText(bytes)).toBe(text))
