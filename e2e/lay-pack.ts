import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKey } from '../hub/catalogue/key-file.ts'
import { randomPack, type RandomPack } from '../hub/catalogue/pack.fixture.ts'
import type { RunningHub } from './hub.ts'

/** A pack signed by the hub's own key, laid there while the hub runs; gives its size. */
export const layPack = async (hub: RunningHub, more: RandomPack): Promise<number> => {
  const pack = await randomPack({ ...more, secret: await readKey(join(hub.folder, 'pack.key')) })
  mkdirSync(join(hub.folder, 'catalogue'), { recursive: true })
  writeFileSync(join(hub.folder, 'catalogue', 'snap.pack'), pack)
  return pack.length
}
