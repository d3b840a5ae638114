import { calcCommand } from './calc.ts'
import type { Command } from './command.ts'
import { hubCommand } from './hub.ts'
import { importCommand } from './import.ts'
import { numberCommand } from './number.ts'
import { packCommand } from './pack.ts'
import { planCommand } from './plan.ts'
import { searchCommand } from './search.ts'

const commands: Record<string, Command> = { number: numberCommand, import: importCommand, search: searchCommand, calc: calcCommand, pack: packCommand, plan: planCommand, hub: hubCommand }

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  const list = Object.values(commands).map(c => `  pinli ${c.usage}`).join('\n')
  process.stderr.write(`${name && name !== '--help' ? `pinli: no command "${name}"\n` : ''}pinli, the command line of Pinli 品立\n${list}\n`)
  process.exitCode = name === '--help' ? 0 : 2
} else process.exitCode = await command.run(args)
