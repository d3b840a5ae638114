import type { WorkDatabase } from './work-database.ts'

/** The complex to which the desk belongs. */
export const complexOf = async ({ database }: { database: WorkDatabase }): Promise<string> => {
  const here = await database.meta.get('here')
  if (here?.k !== 'here') throw new Error('a desk without its complex')
  return here.complex
}
