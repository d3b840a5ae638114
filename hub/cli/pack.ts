import type { Command } from './command.ts'
import { packBuild } from './pack/build.ts'
import { packInfo } from './pack/info.ts'
import { packKeygen } from './pack/keygen.ts'
import { packVerify } from './pack/verify.ts'

const steps: Record<string, Command> = { build: packBuild, verify: packVerify, info: packInfo, keygen: packKeygen }

/** A catalogue as one signed file, to be handed on by a hub, a web server or a stick. */
export const packCommand: Command = {
  usage: 'pack build|verify|info|keygen ...',
  run: async ([name = '', ...args]) => {
    const step = steps[name]
    if (step) return step.run(args)
    process.stderr.write(`${name && name !== '--help' ? `pinli pack: no command "${name}"\n` : ''}${Object.values(steps).map(({ usage }) => `  pinli ${usage}`).join('\n')}\n`)
    return name === '--help' ? 0 : 2
  },
}
