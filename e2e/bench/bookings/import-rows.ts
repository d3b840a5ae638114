// Rows a second of a list of companies: read from its file, planned beside 20,000 that are registered, and taken by a hub over PostgreSQL.
// What a desk's own database takes is the browser's and not in it.
import { newId } from '../../../renderer/db/new-id.ts'
import type { Company } from '#shared/companies/company.ts'
import { LIST_TARGETS } from '#shared/companies/import/fields.ts'
import { planList } from '#shared/companies/import/plan.ts'
import { readCompanies } from '#shared/companies/import/read.ts'
import { memoryFile } from '#shared/readers/input-file.ts'
import { lookAt } from '#shared/readers/look.ts'
import { suggestMapping } from '#shared/readers/mapping.ts'
import { applyCommand } from '#shared/sync/apply-command.ts'
import { openWorlds } from '../hub-world.ts'
import { madeUp } from './company-names.ts'

const [HELD, ROWS, BATCH] = [20_000, 5_000, 100]

export const importRows = async (server: string): Promise<{ importRowsPerS: number; importReadRowsPerS: number }> => {
  const worlds = await openWorlds(server)
  const opened = await worlds.open('lists')
  try {
    const held = Array.from({ length: HELD }, (_, n): Company => ({ id: String(n), complex: worlds.complex, mergedInto: null, registeredAt: n, ...madeUp(n) }))
    const rows = Array.from({ length: ROWS }, (_, n) => Object.values(madeUp(HELD + n)).map(value => value ?? '').join(','))
    const file = memoryFile('示例名单.csv', `企业名称,统一社会信用代码,联系人,电话,地址\n${rows.join('\n')}\n`)
    const started = performance.now()
    const look = await lookAt(file)
    if (!look.ok) throw new Error(look.problem.code)
    const read = await readCompanies(file, look.value, suggestMapping(look.value.columns, LIST_TARGETS))
    if (!read.ok) throw new Error(read.problem.code)
    const plan = planList(file.name, read.value.rows, read.value.refused, held)
    const planned = performance.now()
    if (plan.added.length !== ROWS) throw new Error(`${plan.added.length} of ${ROWS} rows are new`)
    const member = { ...worlds.members[1] }
    for (let at = 0; at < ROWS; at += BATCH) {
      const mid = ++member.next
      const args = { complex: worlds.complex, id: newId(), source: file.name, rows: plan.added.slice(at, at + BATCH).map(row => ({ id: newId(), ...row })) }
      const applied = await applyCommand(opened.hub, member, { mid, name: 'companies.registerMany', args, hash: `list/${mid}`, clientTs: 0 })
      if (applied.error) throw new Error(applied.error.code)
    }
    const { rows: [{ n }] } = await opened.pool.query<{ n: number }>("select count(*)::int as n from commands where name = 'companies.registerMany' and outcome = 'applied'")
    if (n !== ROWS / BATCH) throw new Error(`${n} parts were applied`)
    return { importRowsPerS: (ROWS / (performance.now() - started)) * 1000, importReadRowsPerS: (ROWS / (planned - started)) * 1000 }
  } finally {
    await opened.close()
  }
}
