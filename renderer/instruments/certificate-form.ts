import { z } from 'zod'
import { dueBy } from '#shared/instruments/certificates.ts'
import { decimal, size } from '#shared/instruments/fields.ts'
import type { Certificate, CertificateResult, Instrument, Reading } from '#shared/instruments/instrument.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { ArgsOf } from '../db/run.ts'

/** As typed, '' = nothing; days are days, or '' where none was given. */
export type CertificateForm = { number: string; issuer: string; day: IsoDay; validTo: string; result: CertificateResult; restriction: string; foundError: string; foundU: string; leftError: string; leftU: string }
export type CertificateFault = 'number' | 'future' | 'validTo' | 'restriction' | 'foundError' | 'foundU' | 'leftError' | 'leftU'
export type FileMark = Certificate['file']
type Typed = Omit<ArgsOf<'certificates.register'>, 'id' | 'complex' | 'instrument' | 'replaces'>

/** A new one of today, or the beginnings of a correction. */
export const formOf = (of: Certificate | null, today: IsoDay): CertificateForm => ({
  number: of?.number ?? '', issuer: of?.issuer ?? '', day: of?.day ?? today, validTo: of?.validTo ?? '', result: of?.result ?? 'pass', restriction: of?.restriction ?? '',
  foundError: of?.asFound?.error ?? '', foundU: of?.asFound?.u ?? '', leftError: of?.asLeft?.error ?? '', leftU: of?.asLeft?.u ?? '',
})

/** The first fault in the order of the form, or the arguments of the command. */
export const readForm = (form: CertificateForm, file: FileMark, today: IsoDay): { fault: CertificateFault } | { fault: null; fields: Typed } => {
  const text = (typed: string): string | null => typed.trim() || null
  if (text(form.number) === null) return { fault: 'number' }
  if (form.day > today) return { fault: 'future' }
  if (form.validTo !== '' && form.validTo < form.day) return { fault: 'validTo' }
  if (form.result === 'limited' && text(form.restriction) === null) return { fault: 'restriction' }
  const [found, left] = [readReading(form.foundError, form.foundU), readReading(form.leftError, form.leftU)]
  if (typeof found === 'string') return { fault: `found${found}` }
  if (typeof left === 'string') return { fault: `left${left}` }
  return {
    fault: null,
    fields: { number: form.number.trim(), issuer: text(form.issuer), day: form.day, validTo: form.validTo || null, result: form.result, restriction: form.result === 'limited' ? text(form.restriction) : null, asFound: found, asLeft: left, file },
  }
}

const readReading = (error: string, u: string): Reading | null | 'Error' | 'U' => {
  const [value, spread] = [plain(error), plain(u)]
  if (value === '') return spread === '' ? null : 'Error'
  if (!decimal.safeParse(value).success) return 'Error'
  return spread === '' || size.safeParse(spread).success ? { error: value, u: spread || null } : 'U'
}
/** Certificates print a true minus sign. */
const plain = (text: string): string => text.trim().replace(/[−－–]/g, '-').replace(/^\+/, '')

/** When it would be due again, as it stands in the form; null while that can't be said. */
export const dueIn = (instrument: Pick<Instrument, 'months' | 'label'>, { day, validTo }: CertificateForm): IsoDay | null => (z.iso.date().safeParse(day).success ? dueBy(instrument, { day, validTo: validTo || null }) : null)
