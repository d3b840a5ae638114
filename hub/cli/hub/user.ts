import { GRANTED_ROLES, complexList, userChanged, userList } from '#shared/sync/login.ts'
import type { Command } from '../command.ts'
import { refuse, wrongUse } from '../words.ts'
import { type Asking, complexMeant, withHub } from './with-hub.ts'

export const userCommand: Command = {
  usage: `user list | add LOGIN --name NAME --role ${GRANTED_ROLES.join('|')} [--company ID] [--complex NAME] | secret LOGIN | disable LOGIN | enable LOGIN [--data DIR]`,
  run: args => {
    const text = { type: 'string' } as const
    return withHub(userCommand.usage, args, { name: text, role: text, company: text, complex: text }, async asking => {
      const [what, login] = asking.positionals
      if (what === 'list') return asking.ask(userList, '/admin/users')
      if (what !== 'add' && what !== 'secret' && what !== 'disable' && what !== 'enable') return wrongUse(what === undefined ? 'what about users?' : `no action ${what}`)
      if (login === undefined) return wrongUse('no login given')
      return asking.ask(userChanged, '/admin/users', what === 'add' ? await added(asking, login) : { do: what, user: await idOf(asking, login) })
    })
  },
}

const added = async ({ ask, values: { name, role, company, complex } }: Asking, login: string): Promise<object> => {
  if (name === undefined) return wrongUse('--name is missing')
  if (!(GRANTED_ROLES as readonly string[]).includes(role ?? '')) return wrongUse(`--role is one of ${GRANTED_ROLES.join(', ')}`)
  const { complexes } = await ask(complexList, '/admin/complexes')
  return { do: 'add', login, display: name, memberships: [{ complex: complexMeant(complexes, complex), role, company: company ?? null }] }
}

const idOf = async ({ ask }: Asking, login: string): Promise<string> => {
  const { users } = await ask(userList, '/admin/users')
  return users.find(one => one.login === login.toLowerCase())?.id ?? refuse(`no user ${login}`)
}
