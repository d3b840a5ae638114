import { instrumentFields } from '#shared/instruments/fields.ts'
import type { Instrument, InstrumentKind } from '#shared/instruments/instrument.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { newId } from '../db/new-id.ts'
import type { ArgsOf } from '../db/run.ts'

/** Lines that are typed, in the order of the form. */
export const LINES = ['number', 'name', 'model', 'range', 'accuracy', 'location', 'keeper', 'months', 'advanceDays', 'mpe', 'unit'] as const
export type Line = (typeof LINES)[number]
/** As typed, '' = nothing. */
export type InstrumentForm = Record<Line, string> & { kind: InstrumentKind; dayBefore: boolean; resource: string }

type Typed = Omit<ArgsOf<'instruments.add'>, 'id' | 'complex' | 'company'>

export const formOf = (of: Instrument | null): InstrumentForm => ({
  number: of?.number ?? '', name: of?.name ?? '', model: of?.model ?? '', range: of?.range ?? '', accuracy: of?.accuracy ?? '', location: of?.location ?? '', keeper: of?.keeper ?? '',
  months: String(of?.months ?? 12), advanceDays: String(of?.advanceDays ?? 30), mpe: of?.mpe ?? '', unit: of?.unit ?? '', kind: of?.kind ?? 'calibration', dayBefore: of?.label === 'dayBefore', resource: of?.resource ?? '',
})

/** The first line that can't be taken, or the fields as a command takes them. */
export const readForm = (form: InstrumentForm): { fault: Line } | { fault: null; fields: Typed } => {
  const typed = { label: form.dayBefore ? 'dayBefore' : 'due', kind: form.kind, resource: form.resource || null, ...Object.fromEntries(LINES.map(line => [line, valueOf(line, form[line].trim())])) }
  const fault = LINES.find(line => !instrumentFields[line].safeParse((typed as Record<string, unknown>)[line]).success)
  return fault ? { fault } : { fault: null, fields: typed as Typed }
}
const valueOf = (line: Line, text: string): string | number | null => (line === 'months' || line === 'advanceDays' ? (/^\d{1,4}$/.test(text) ? +text : NaN) : text || null)

/** Only what was changed, each with what its author saw; null = nothing was. */
export const changesOf = (was: Instrument, fields: Typed): ArgsOf<'instruments.patch'>['fields'] | null => {
  const changed = Object.entries(fields).filter(([field, value]) => canonicalJson(was[field as keyof Instrument]) !== canonicalJson(value))
  return changed.length === 0 ? null : Object.fromEntries(changed.map(([field, value]) => [field, { old: was[field as keyof Instrument], new: value, conflict: newId() }]))
}
