import { expect, it } from 'vitest'
import { starterCatalogue } from '#shared/standards/starter.ts'
import { STARTER_ROWS } from './starter-rows.ts'

it('knows how many standards there are without loading them', () => expect(STARTER_ROWS).toBe(starterCatalogue().length))
