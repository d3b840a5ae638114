import { randomUUID } from 'node:crypto'
import type { ComplexList } from '#shared/sync/login.ts'
import type { Admin } from './admin.ts'
import { writeAudit } from './audit.ts'
import type { Sql } from './database.ts'

export const listComplexes = async (sql: Sql, { complexes }: Admin): Promise<ComplexList> => ({
  complexes: await sql<ComplexList['complexes'][number]>('select id, name, district from complexes where id = any($1) order by made_at, id', [complexes]),
})

export const addComplex = async (sql: Sql, { name, district }: { name: string; district: string }): Promise<string> => {
  const id = randomUUID()
  await sql('insert into complexes (id, name, district) values ($1, $2, $3)', [id, name, district])
  await writeAudit(sql, { complex: id, action: 'complex-add', detail: { name, district } })
  return id
}
