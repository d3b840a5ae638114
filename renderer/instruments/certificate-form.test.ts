import { expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import { certificate } from '#shared/instruments/records.fixture.ts'
import { newId } from '../db/new-id.ts'
import { type CertificateForm, dueIn, formOf, readForm } from './certificate-form.ts'

const TODAY = '2026-10-08'
const typed = (of: Partial<CertificateForm>) => readForm({ ...formOf(null, TODAY), number: 'Z-1', ...of }, null, TODAY)

test('a true minus sign and a plus are read, and the command takes what was read', () => {
  const read = typed({ foundError: '−0.02', foundU: '0.01', leftError: '+0.00' })
  expect(read).toMatchObject({ fault: null, fields: { asFound: { error: '-0.02', u: '0.01' }, asLeft: { error: '0.00', u: null }, restriction: null } })
  if (read.fault === null) expect(commands['certificates.register'].args.safeParse({ complex: newId(), id: newId(), instrument: newId(), replaces: null, ...read.fields }).success).toBe(true)
})

test.each([
  ['number', { number: ' ' }], ['future', { day: '2026-10-09' }], ['validTo', { validTo: '2026-10-07' }], ['restriction', { result: 'limited' }], ['foundError', { foundError: '0,02' }], ['foundError', { foundU: '0.01' }],
  ['foundU', { foundError: '0.02', foundU: '0' }], ['leftError', { leftError: 'x' }],
] as [string, Partial<CertificateForm>][])('%s of %j', (fault, of) => expect(typed(of)).toEqual({ fault }))

test('a restriction that was typed and no longer holds is not sent', () => expect(typed({ result: 'pass', restriction: '只用一半' })).toMatchObject({ fields: { restriction: null } }))

test('a correction begins with what it corrects', () => expect(formOf(certificate({ asFound: { error: '0.01', u: null } }), TODAY)).toMatchObject({ day: '2025-10-20', foundError: '0.01', foundU: '' }))

test('due again', () => expect([dueIn({ months: 12, label: 'due' }, formOf(null, '2024-02-29')), dueIn({ months: 1, label: 'due' }, { ...formOf(null, '2024-01-31'), validTo: '2024-02-15' })]).toEqual(['2025-02-28', '2024-02-15']))
