import { joinText } from '#shared/sync/join-text.ts'
import { complexList, deviceChanged } from '#shared/sync/login.ts'
import { terminalQr } from '../../terminal-qr.ts'
import type { Command } from '../command.ts'
import { complexMeant, withHub } from './with-hub.ts'

export const enrolCommand: Command = {
  usage: 'enrol [--complex NAME] [--qr] [--data DIR]',
  run: args =>
    withHub(enrolCommand.usage, args, { complex: { type: 'string' }, qr: { type: 'boolean' } }, async ({ ask, values }) => {
      const { complexes } = await ask(complexList, '/admin/complexes')
      const given = await ask(deviceChanged, '/admin/devices', { do: 'code', complex: complexMeant(complexes, values['complex']) })
      if (given.place && given.code !== undefined && (values['qr'] || process.stderr.isTTY)) process.stderr.write(terminalQr(joinText({ ...given.place, code: given.code })))
      return given
    }),
}
