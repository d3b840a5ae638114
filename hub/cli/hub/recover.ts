// What a surrendered computer held and its hub does not have.
import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fromBase64 } from '#shared/crypto/base64.ts'
import { openKept } from '#shared/crypto/kept-key.ts'
import { SealBroken, sealer } from '#shared/crypto/seal.ts'
import { readRecords } from '#shared/lib/records.ts'
import { surrendered, type Surrendered } from '#shared/sync/login.ts'
import { type MirrorCopy, type MirrorHead, readMirror } from '#shared/sync/mirror-records.ts'
import { type Outcome, PROTO, pushedFor, SCHEMA, type SentCommand } from '#shared/sync/protocol.ts'
import { outcomeText } from '#shared/words/outcomes.ts'
import { stepText } from '#shared/words/steps.ts'
import { writeNewPrivate } from '../../private-file.ts'
import type { Command } from '../command.ts'
import { checkWritable } from '../file-fault.ts'
import { refuse, wrongUse } from '../words.ts'
import { type Asking, withHub } from './with-hub.ts'

/** Opens a desk's copy of its outbox (`outbox/GROUP.log` of its profile) by the hub's recovery key, says whose it is and what the hub lacks; `--push` sends that in its owner's name. */
export const recoverCommand: Command = {
  usage: 'recover --file MIRROR [--out FILE | --push] [--data DIR]',
  run: args => {
    const text = { type: 'string' } as const
    return withHub(recoverCommand.usage, args, { file: text, out: text, push: { type: 'boolean' } }, async ({ ask, values: { file, out, push } }) => {
      if (file === undefined) return wrongUse('--file is missing')
      if (out !== undefined && push) return wrongUse('--out or --push, one at a time')
      const path = resolve(file)
      const to = out === undefined ? null : resolve(out)
      if (to !== null) await refuseHeld(to)
      const { records, damaged } = readRecords(await readFile(path))
      const head = readMirror(records, null)?.head ?? refuse(`${path} is no copy of an outbox: it lies in outbox/ of the computer's profile and is named after its client group`)
      const known = await ask(surrendered, '/admin/surrendered', { group: head.group, client: head.client, ...(head.key?.hub && { box: head.key.hub.box }) })
      const steps = stepsOf(open(path, records, head, known), known)
      const waiting = steps.filter(({ waits }) => waits)
      process.stderr.write(tellingOf(head, known.owner, steps, damaged))
      if (to !== null) await writeNewPrivate(to, steps.map(step => `${JSON.stringify(step)}\n`).join(''))
      const pushed = push ? await pushAll(ask, head, known, waiting) : null
      const commands = waiting.map(({ mid, name, clientTs }) => ({ mid, name, did: stepText(name, 'en'), at: timeOf(clientTs) }))
      return { group: head.group, client: head.client, owner: known.owner, steps: steps.length, waits: waiting.length, damaged, commands, ...(to !== null && { out: to }), ...(pushed && { pushed }) }
    })
  },
}

/** `waits`: the hub does not have it. */
type Step = SentCommand & { client: string; waits: boolean }

const refuseHeld = async (path: string): Promise<void> => {
  await checkWritable(path)
  const held = await access(path).then(() => true, () => false)
  if (held) return refuse(`${path} is there already and is not written over; name another file`)
}

const open = (path: string, records: Uint8Array[], { key }: MirrorHead, known: Surrendered): MirrorCopy => {
  const found = known.key !== null ? fromBase64(known.key) : key ? openKept(key) : null
  if (!found) return refuse(key?.hub ? `${path} is sealed to another hub's recovery.key; put back a copy of that key, or log in on the computer itself` : `${path} was never sealed to a hub: only its owner's passphrase opens it, on the computer itself`)
  try {
    return readMirror(records, sealer(found, noRandom))!
  } catch (error) {
    if (error instanceof SealBroken) return refuse(`a record of ${path} does not open: it was changed, or another key sealed it`)
    throw error
  }
}
const noRandom = (): never => {
  throw new Error('opening needs no randomness')
}

/** What an earlier client of the desk numbered is queued again by the desk alone. */
const stepsOf = ({ head, entries }: MirrorCopy, { last }: Surrendered): Step[] =>
  entries
    .map(({ client, sent }) => ({ client, ...sent, waits: client === head.client && sent.mid > last }))
    .sort((a, b) => Number(a.client === head.client) - Number(b.client === head.client) || a.mid - b.mid)

const tellingOf = (head: MirrorHead, owner: Surrendered['owner'], steps: readonly Step[], damaged: number): string => {
  const waiting = steps.filter(({ waits }) => waits)
  const earlier = steps.filter(({ client }) => client !== head.client).length
  return [
    owner ? `Work of ${owner.display} (${owner.login}) on ${owner.letter === null ? '' : `computer ${owner.letter}, `}"${owner.device}"${owner.revoked ? ', which is revoked or whose owner is disabled' : ''}` : `This hub knows no client group ${head.group}: nobody has sent from it yet, or the hub was restored to before that`,
    `  ${steps.length} steps, of which the hub lacks ${waiting.length}`,
    ...waiting.map(({ mid, name, clientTs }) => `  ${String(mid).padStart(6)}  ${timeOf(clientTs)}  ${stepText(name, 'en')}`),
    ...(earlier > 0 ? [`  ${earlier} steps carry the number of an earlier client; the computer itself queues them again`] : []),
    ...(damaged > 0 ? [`  ${damaged} bytes of the file could not be read`] : []),
    '',
  ].join('\n')
}

/** By the computer's own clock. */
const timeOf = (clientTs: number): string => (Math.abs(clientTs) <= LAST_DATE ? new Date(clientTs).toISOString() : 'at no known time')
const LAST_DATE = 864e13

/** One after the other, each with its outcome; what the hub stops at stays to be sent. */
const pushAll = async (ask: Asking['ask'], { group, client }: MirrorHead, { owner, epoch, last }: Surrendered, waiting: readonly Step[]): Promise<Outcome[]> => {
  if (!owner) return refuse('nothing is sent: the hub knows nobody in whose name')
  if (owner.revoked) return refuse('nothing is sent: the computer was revoked, or its owner is disabled, and the hub takes nothing of them; --out writes it to a file')
  waiting.forEach(({ mid }, i) => {
    if (mid !== last + 1 + i) refuse(`nothing is sent: step ${last + 1 + i} is neither in the file nor with the hub; --out writes the others to a file`)
  })
  const pushed: Outcome[] = []
  for (const { mid, name, args, hash, dependsOn, clientTs } of waiting) {
    const command = { mid, name, args, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs }
    const { outcomes } = await ask(pushedFor, '/admin/push', { proto: PROTO, schema: SCHEMA, epoch, group, client, commands: [command] })
    pushed.push(...outcomes)
    for (const { outcome, code } of outcomes) process.stderr.write(`  ${String(mid).padStart(6)}  ${stepText(name, 'en')}: ${outcome}${code === undefined ? '' : `. ${outcomeText(code, 'en')}`}\n`)
  }
  return pushed
}
