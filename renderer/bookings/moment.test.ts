import { expect, test } from 'vitest'
import { midnightOf, MINUTE } from '#shared/bookings/times.ts'
import { momentOn } from './moment.ts'

test.each([['08:30', 510], ['8:30', 510], ['24:00', 1440], ['０８：３０', 510], ['00:00', 0]])('%s is %i minutes into the day', (time, minutes) => expect(momentOn('2026-10-08', time)).toBe(midnightOf('2026-10-08') + minutes * MINUTE))
test.each([['2026-10-08', '24:30'], ['2026-10-08', '8:60'], ['2026-10-08', ''], ['2026-02-30', '08:00'], ['', '08:00']])('%s %s is no time', (day, time) => expect(momentOn(day, time)).toBeNull())
