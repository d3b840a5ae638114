import { complexChanged, complexList } from '#shared/sync/login.ts'
import type { Command } from '../command.ts'
import { wrongUse } from '../words.ts'
import { withHub } from './with-hub.ts'

export const complexCommand: Command = {
  usage: 'complex list | add NAME --district NAME [--data DIR]',
  run: args =>
    withHub(complexCommand.usage, args, { district: { type: 'string' } }, async ({ ask, values: { district }, positionals: [what, name] }) => {
      if (what === 'list') return ask(complexList, '/admin/complexes')
      if (what !== 'add') return wrongUse(what === undefined ? 'what about complexes?' : `no action ${what}`)
      if (name === undefined || district === undefined) return wrongUse('a complex has a name and a --district')
      return ask(complexChanged, '/admin/complexes', { do: 'add', name, district })
    }),
}
