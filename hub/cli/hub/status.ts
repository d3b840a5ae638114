import { complexList, deviceList, health, userList } from '#shared/sync/login.ts'
import type { Command } from '../command.ts'
import { withHub } from './with-hub.ts'

export const statusCommand: Command = {
  usage: 'status [--data DIR]',
  run: args =>
    withHub(statusCommand.usage, args, {}, async ({ ask, folder }) => {
      const { complexes } = await ask(complexList, '/admin/complexes')
      const { users } = await ask(userList, '/admin/users')
      const { devices } = await ask(deviceList, '/admin/devices')
      return { ...(await ask(health, '/health')), data: folder, complexes, users: users.length, devices: devices.filter(({ revoked }) => !revoked).length }
    }),
}
