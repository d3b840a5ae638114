import type { Sql } from './database.ts'

export type AuditEntry = { complex?: string | null; actor?: string | null; device?: string | null; action: string; target?: string | null; detail?: { [fact: string]: unknown } }

/** Written in the transaction that it speaks of; never with a secret in it. */
export const writeAudit = async (sql: Sql, { complex = null, actor = null, device = null, action, target = null, detail = {} }: AuditEntry): Promise<void> => {
  await sql('insert into audit (complex_id, actor, device, action, target, detail) values ($1, $2, $3, $4, $5, $6)', [complex, actor, device, action, target, JSON.stringify(detail)])
}
