// Where data lie is settled before anything reads them.
import { keepsNothing } from './db/keeps.ts'
import { useMemory } from './db/memory.ts'

if (keepsNothing) await useMemory()
await import('./main.ts')
