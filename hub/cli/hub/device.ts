import { deviceChanged, deviceList } from '#shared/sync/login.ts'
import type { Command } from '../command.ts'
import { refuse, wrongUse } from '../words.ts'
import { type Asking, withHub } from './with-hub.ts'

export const deviceCommand: Command = {
  usage: 'device list | revoke LETTER|ID [--wipe] [--data DIR]',
  run: args =>
    withHub(deviceCommand.usage, args, { wipe: { type: 'boolean' } }, async asking => {
      const [what, which] = asking.positionals
      if (what === 'list') return asking.ask(deviceList, '/admin/devices')
      if (what !== 'revoke') return wrongUse(what === undefined ? 'what about devices?' : `no action ${what}`)
      if (which === undefined) return wrongUse('no device given')
      const device = await idOf(asking, which)
      await asking.ask(deviceChanged, '/admin/devices', { do: 'revoke', device, wipe: Boolean(asking.values['wipe']) })
      return { revoked: device }
    }),
}

const idOf = async ({ ask }: Asking, which: string): Promise<string> => {
  const { devices } = await ask(deviceList, '/admin/devices')
  const found = devices.filter(({ id, letter }) => id === which || letter === which.toUpperCase())
  if (found.length > 1) return wrongUse(`several devices have the letter ${which}; name one by its id: ${found.map(({ id }) => id).join(', ')}`)
  return found[0]?.id ?? refuse(`no device ${which}`)
}
