// Numbers of a company are masked; who has them shown leaves a trace.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { type CompanyTables, companyOf } from './company.ts'
import { mayTouch } from './rights.ts'

const revealArgs = z.object({ complex: z.uuid(), id: z.uuid() })

/** Changes nothing: it stands in the history of the company, and by `AUDITED` in the hub's audit. */
export const reveal: Command<CompanyTables, z.output<typeof revealArgs>> = {
  args: revealArgs,
  who: async (reads, { complex, id }, access) => mayTouch({ complex, company: (await companyOf(reads, id))?.id }, access),
  locks: () => Promise.resolve([]),
  run: async (tx, { id }) => ((await companyOf(tx, id)) ? ok({ outcome: 'applied' }) : fail({ code: 'not-found' })),
}
