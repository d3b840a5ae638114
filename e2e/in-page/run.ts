// Built for a page: commands that no page gives yet, through the app's own way of changing data.
import { run } from '../../renderer/db/run.ts'

Object.assign(globalThis, { runCommand: run })
