// Wire name -> command, all of them. A name is never given another meaning.
import { hold, place } from '#shared/bookings/ask.ts'
import { reschedule } from '#shared/bookings/move.ts'
import { addResource, setOpen } from '#shared/bookings/resources.ts'
import { cancel, checkIn, confirm, expire, reject } from '#shared/bookings/steps.ts'
import { patch, register } from '#shared/companies/commands.ts'
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
  'resources.setOpen': setOpen,
  'bookings.place': place,
  'bookings.hold': hold,
  'bookings.reschedule': reschedule,
  'bookings.cancel': cancel,
  'bookings.confirm': confirm,
  'bookings.reject': reject,
  'bookings.expire': expire,
  'bookings.checkIn': checkIn,
} satisfies Registry<AppTables>

export type CommandName = keyof typeof commands
