// Commands about a hub: with its folder, and with the hub that runs on it.
import type { z } from 'zod'
import { type Options, type Words, refuse, withWords, wrongUse } from '../words.ts'
import { dataFolder, operatorLine } from './operator-line.ts'

export type FolderWords = Words & { folder: string }
export type Asking = FolderWords & { ask: <T>(schema: z.ZodType<T>, path: string, body?: object) => Promise<T> }

/** Runs a command against the hub on this machine: `work` gets its words and asks. */
export const withHub = (usage: string, args: string[], options: Options, work: (asking: Asking) => Promise<object>): Promise<number> =>
  withFolder(usage, args, options, async words => {
    const line = await operatorLine(words.folder)
    if (!line) return refuse(`no hub runs on ${words.folder}; start one with npm run hub, or name its folder with --data`)
    const ask: Asking['ask'] = async (schema, path, body) => {
      const answer = await line(schema, path, body)
      return answer.ok ? answer.value : refuse(answer.problem.text)
    }
    return work({ ...words, ask })
  })

/** The same without a hub that runs. */
export const withFolder = (usage: string, args: string[], options: Options, work: (words: FolderWords) => Promise<object>): Promise<number> =>
  withWords('hub', `hub ${usage}`, args, { ...options, data: { type: 'string' } }, words => work({ ...words, folder: dataFolder(words.values['data']) }))

/** The complex meant: named by id or name, or the only one there is. */
export const complexMeant = (complexes: readonly { id: string; name: string }[], given: string | undefined): string => {
  const meant = given === undefined ? complexes : complexes.filter(({ id, name }) => id === given || name === given)
  if (meant.length === 1) return meant[0].id
  const list = complexes.map(({ id, name }) => `\n  ${id} ${name}`).join('')
  return given === undefined ? wrongUse(`several complexes; name one with --complex${list}`) : refuse(`no complex ${given}${list}`)
}
