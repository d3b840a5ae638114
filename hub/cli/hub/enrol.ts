import { complexList, deviceChanged } from '#shared/sync/login.ts'
import type { Command } from '../command.ts'
import { complexMeant, withHub } from './with-hub.ts'

export const enrolCommand: Command = {
  usage: 'enrol [--complex NAME] [--data DIR]',
  run: args =>
    withHub(enrolCommand.usage, args, { complex: { type: 'string' } }, async ({ ask, values }) => {
      const { complexes } = await ask(complexList, '/admin/complexes')
      return ask(deviceChanged, '/admin/devices', { do: 'code', complex: complexMeant(complexes, values['complex']) })
    }),
}
