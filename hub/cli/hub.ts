import type { Command } from './command.ts'
import { auditCommand } from './hub/audit.ts'
import { backupCommand } from './hub/backup.ts'
import { complexCommand } from './hub/complex.ts'
import { deviceCommand } from './hub/device.ts'
import { enrolCommand } from './hub/enrol.ts'
import { recoverCommand } from './hub/recover.ts'
import { restoreCommand } from './hub/restore.ts'
import { statusCommand } from './hub/status.ts'
import { userCommand } from './hub/user.ts'
import { verifyCommand } from './hub/verify.ts'

const commands: Record<string, Command> = { status: statusCommand, user: userCommand, device: deviceCommand, enrol: enrolCommand, complex: complexCommand, backup: backupCommand, verify: verifyCommand, restore: restoreCommand, audit: auditCommand, recover: recoverCommand }

/** What the operator of a hub does on its machine. */
export const hubCommand: Command = {
  usage: `hub ${Object.keys(commands).join('|')} …`,
  run: async ([name = '', ...args]) => {
    const command = commands[name]
    if (command) return command.run(args)
    const list = Object.values(commands).map(({ usage }) => `  pinli hub ${usage}`).join('\n')
    process.stderr.write(`${name ? `pinli hub: no command "${name}"\n` : ''}${list}\n`)
    return 2
  },
}
