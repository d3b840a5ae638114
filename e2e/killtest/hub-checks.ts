// What the desks were told against what the database holds.
import pg from 'pg'
import { rowOf } from '../../hub/db/row-tables.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { tables } from '#shared/tables.ts'
import type { Told } from './told.ts'

export type Checked = { lost: number; doubleBookings: number; duplicates: number; details: string[] }

type Kept = { client: string; mid: number; hash: string; outcome: string; code: string | null }

/** `held`: bookings, companies, certificates and indicator sets that each desk holds in the end. */
export const checkHub = async (url: string, told: Told, held: readonly string[][]): Promise<Checked> => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    const ask = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> => (await owner.query<R>(sql)).rows
    const kept = await ask<Kept>('select client_id as client, mid::int, args_hash as hash, outcome, code from commands')
    const rows: string[] = []
    const without: { id: string }[] = []
    for (const [table, makes] of Object.entries(MADE)) {
      rows.push(...(await ask<{ row: object }>(`select ${rowOf(tables[table as keyof typeof MADE] as never)} as row from ${table} t`)).map(({ row }) => canonicalJson(row)))
      without.push(...(await ask<{ id: string }>(`select args ->> 'id' as id from commands where name in (${makes}) and outcome in ('applied', 'waitlisted') and not exists (select from ${table} t where t.id = args ->> 'id')`)))
    }
    // All of them or none.
    const partly = await ask<{ id: string }>(`select item ->> 'id' as id from commands c, json_array_elements(c.args -> 'items') item where c.name = 'bookings.placeAll' and (c.outcome = 'applied') <> exists (select from bookings t where t.id = item ->> 'id')`)
    const overlaps = await ask<{ a: string; b: string }>(`select a.id as a, b.id as b from booking_slots a join booking_slots b on a.id < b.id and a.resource = b.resource and a.lane = b.lane and a."from" < b."to" and b."from" < a."to"
      where a.data ->> 'status' in ('held', 'confirmed', 'checked_in') and b.data ->> 'status' in ('held', 'confirmed', 'checked_in')`)
    const uneven = await ask<{ id: string }>('select id from clients c where last_mutation_id <> (select count(*) from commands where client_id = c.id) or last_mutation_id <> (select coalesce(max(mid), 0) from commands where client_id = c.id)')
    const lost = [...lostCommands(told, kept), ...[...without, ...partly].map(({ id }) => `${id} is gone, or there without its others`), ...held.flatMap((own, n) => otherRows(own, rows).map(row => `desk ${n + 1} and the hub differ: ${row}`))]
    const hashes = new Map<string, number>()
    for (const { hash } of kept) hashes.set(hash, (hashes.get(hash) ?? 0) + 1)
    const duplicates = [...[...hashes].filter(([, times]) => times > 1).map(([hash, times]) => `a command is stored ${times} times: ${hash}`), ...uneven.map(({ id }) => `client ${id} has other commands than it counts`)]
    const twice = overlaps.map(({ a, b }) => `${a} and ${b} have the same time`)
    return { lost: lost.length, doubleBookings: twice.length, duplicates: duplicates.length, details: [...lost, ...twice, ...duplicates] }
  } finally {
    await owner.end()
  }
}

/** What is held against the desks, and the commands that make it. */
const MADE = { bookings: "'bookings.place', 'bookings.hold'", companies: "'companies.register'", certificates: "'certificates.register'", indicator_sets: "'sets.draft'" } as const

/** Acknowledged or given, and not there; or there with another outcome than the desk was told. */
const lostCommands = ({ given, reached, outcomes }: Told, kept: readonly Kept[]): string[] => {
  const byMid = new Map(kept.map(command => [`${command.client}/${command.mid}`, command]))
  const hashes = new Set(kept.map(({ hash }) => hash))
  const lost: string[] = []
  for (const [client, last] of reached) for (let mid = 1; mid <= last; mid++) if (!byMid.has(`${client}/${mid}`)) lost.push(`${client}/${mid} was acknowledged and is gone`)
  for (const [hash, { client, mid }] of given) if (!hashes.has(hash)) lost.push(`${client}/${mid} was given and never arrived`)
  for (const [key, { outcome, code }] of outcomes) {
    const command = byMid.get(key)
    if (command && (command.outcome !== outcome || (command.code ?? undefined) !== code)) lost.push(`${key} was told ${outcome} and is ${command.outcome}`)
  }
  return lost
}

const otherRows = (held: readonly string[], kept: readonly string[]): string[] => {
  const [here, there] = [new Set(held), new Set(kept)]
  return [...held.filter(row => !there.has(row)), ...kept.filter(row => !here.has(row))]
}
