// Wire name -> command, all of them. A name is never given another meaning.
import { hold, place } from '#shared/bookings/ask.ts'
import { closeResource, reopenResource } from '#shared/bookings/closures.ts'
import { reschedule } from '#shared/bookings/move.ts'
import { addResource, patchResource, setOpen } from '#shared/bookings/resources.ts'
import { setCalendar } from '#shared/bookings/set-calendar.ts'
import { cancel, checkIn, confirm, expire, reject, stay } from '#shared/bookings/steps.ts'
import { patch, register } from '#shared/companies/commands.ts'
import { registerCertificate } from '#shared/instruments/certificates.ts'
import { addInstrument, markInstrument, patchInstrument } from '#shared/instruments/commands.ts'
import { addNote, addOwn, follow, patchOwn, unfollow, withdrawNote } from '#shared/standards/commands.ts'
import type { Registry } from '#shared/sync/command.ts'
import { settleClash } from '#shared/sync/settle-clash.ts'
import type { AppTables } from '#shared/tables.ts'

export const commands = {
  'standards.follow': follow,
  'standards.unfollow': unfollow,
  'standards.addNote': addNote,
  'standards.withdrawNote': withdrawNote,
  'standards.addOwn': addOwn,
  'standards.patchOwn': patchOwn,
  'companies.register': register,
  'companies.patch': patch,
  'clashes.settle': settleClash,
  'resources.add': addResource,
  'resources.patch': patchResource,
  'resources.setOpen': setOpen,
  'resources.close': closeResource,
  'resources.reopen': reopenResource,
  'calendar.setYear': setCalendar,
  'bookings.place': place,
  'bookings.hold': hold,
  'bookings.reschedule': reschedule,
  'bookings.stay': stay,
  'bookings.cancel': cancel,
  'bookings.confirm': confirm,
  'bookings.reject': reject,
  'bookings.expire': expire,
  'bookings.checkIn': checkIn,
  'instruments.add': addInstrument,
  'instruments.patch': patchInstrument,
  'instruments.mark': markInstrument,
  'certificates.register': registerCertificate,
} satisfies Registry<AppTables>

export type CommandName = keyof typeof commands
