// Wire name -> command, all of them. A name is never given another meaning.
import { addAction, beginBenchmark, patchAction, patchBenchmark, setValues } from '#shared/benchmarks/projects.ts'
import { draftSet, endSet, patchSet, publishSet, setLimits } from '#shared/benchmarks/sets.ts'
import { inform, subcontract } from '#shared/bookings/agreed.ts'
import { hold, place } from '#shared/bookings/ask.ts'
import { closeResource, reopenResource } from '#shared/bookings/closures.ts'
import { followCalendar } from '#shared/bookings/follow-calendar.ts'
import { reschedule } from '#shared/bookings/move.ts'
import { placeAll } from '#shared/bookings/place-all.ts'
import { addResource, patchResource, setOpen } from '#shared/bookings/resources.ts'
import { setCalendar } from '#shared/bookings/set-calendar.ts'
import { cancel, checkIn, confirm, expire, finish, noShow, reject, stay, tell } from '#shared/bookings/steps.ts'
import { patch, register, registerMany } from '#shared/companies/commands.ts'
import { merge, setApart, unmerge } from '#shared/companies/merge.ts'
import { addContact, addProduct, addSite, endContact, endProduct, endSite, patchContact, patchProduct, patchSite } from '#shared/companies/parts.ts'
import { reveal } from '#shared/companies/reveal.ts'
import { addLab, addSite as addLabSite, addTest, patchLab, patchSite as patchLabSite, patchTest } from '#shared/labs/commands.ts'
import { correctScope, patchScope, takeScope } from '#shared/labs/scope-commands.ts'
import { registerCertificate } from '#shared/instruments/certificates.ts'
import { addInstrument, addInstruments, markInstrument, patchInstrument } from '#shared/instruments/commands.ts'
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
  'companies.registerMany': registerMany,
  'companies.patch': patch,
  'companies.merge': merge,
  'companies.unmerge': unmerge,
  'companies.setApart': setApart,
  'companies.reveal': reveal,
  'companies.addContact': addContact,
  'companies.patchContact': patchContact,
  'companies.endContact': endContact,
  'companies.addSite': addSite,
  'companies.patchSite': patchSite,
  'companies.endSite': endSite,
  'companies.addProduct': addProduct,
  'companies.patchProduct': patchProduct,
  'companies.endProduct': endProduct,
  'clashes.settle': settleClash,
  'labs.add': addLab,
  'labs.patch': patchLab,
  'labs.addSite': addLabSite,
  'labs.patchSite': patchLabSite,
  'labs.takeScope': takeScope,
  'labs.correctScope': correctScope,
  'labs.patchScope': patchScope,
  'labs.addTest': addTest,
  'labs.patchTest': patchTest,
  'resources.add': addResource,
  'resources.patch': patchResource,
  'resources.setOpen': setOpen,
  'resources.close': closeResource,
  'resources.reopen': reopenResource,
  'resources.followCalendar': followCalendar,
  'calendar.setYear': setCalendar,
  'bookings.place': place,
  'bookings.placeAll': placeAll,
  'bookings.hold': hold,
  'bookings.reschedule': reschedule,
  'bookings.stay': stay,
  'bookings.cancel': cancel,
  'bookings.confirm': confirm,
  'bookings.reject': reject,
  'bookings.expire': expire,
  'bookings.checkIn': checkIn,
  'bookings.finish': finish,
  'bookings.noShow': noShow,
  'bookings.tell': tell,
  'bookings.inform': inform,
  'bookings.subcontract': subcontract,
  'instruments.add': addInstrument,
  'instruments.addMany': addInstruments,
  'instruments.patch': patchInstrument,
  'instruments.mark': markInstrument,
  'certificates.register': registerCertificate,
  'sets.draft': draftSet,
  'sets.patch': patchSet,
  'sets.setLimits': setLimits,
  'sets.publish': publishSet,
  'sets.end': endSet,
  'benchmarks.begin': beginBenchmark,
  'benchmarks.patch': patchBenchmark,
  'benchmarks.setValues': setValues,
  'actions.add': addAction,
  'actions.patch': patchAction,
} satisfies Registry<AppTables>

export type CommandName = keyof typeof commands

/** Those that the hub writes into its audit when it takes them: they change no row that would tell. */
export const AUDITED: ReadonlySet<string> = new Set<CommandName>(['companies.reveal'])
