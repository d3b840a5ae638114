// A hub over real HTTP on loopback, with people who can log in, push and pull.
import { X509Certificate, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argsHash } from '#shared/sync/args-hash.ts'
import { type DeviceKey, type GrantedMembership, type Session, enrolReply, loginProof, refreshProof, session } from '#shared/sync/login.ts'
import { type Change, type Cursors, type Outcome, LIMITS, PROTO, SCHEMA, page } from '#shared/sync/protocol.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import type { Database } from '../db/database.ts'
import { writeOperator } from '../operator.ts'
import { type Serving, serveHub } from '../serve-hub.ts'
import { ownCertificate } from '../tls/certificate.ts'

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers }

export type TestHub = {
  serving: Serving
  url: string
  folder: string
  /** The hub's clock, ms; tests move it. */
  clock: { now: number }
  logged: string[]
  ask(path: string, options?: { token?: string; body?: unknown; headers?: Record<string, string>; method?: string; raw?: string }): Promise<Answer>
  close(): Promise<void>
}

export const startTestHub = async (pool: Database['pool'], more: { pokes?: number; heartbeatMs?: number; workMs?: number; tls?: boolean; restarts?: () => number } = {}): Promise<TestHub> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-hub-'))
  for (const name of ['pages', 'pages/assets', 'packs']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>品立</title>')
  const clock = { now: Date.UTC(2026, 10, 24, 6) }
  const logged: string[] = []
  const tls = more.tls ? await ownCertificate(join(folder, 'tls'), { dns: ['localhost'], ip: [] }, Date.now()) : null
  let url = ''
  const serving = await serveHub(pool, {
    tls, hosts: new Set(['127.0.0.1', 'localhost']), data: folder, pages: join(folder, 'pages'), packs: join(folder, 'packs'), version: 'test', complex: { name: '柯桥综合体', district: '柯桥' },
    backups: null, place: () => tls && { address: url, fingerprint: tls.fingerprint }, ...(more.restarts && { restarts: more.restarts }), pokes: more.pokes ?? 50, heartbeatMs: more.heartbeatMs ?? 25_000, workMs: more.workMs ?? 3600_000, now: () => clock.now, log: line => void logged.push(line),
  })
  await serving.app.listen({ host: '127.0.0.1', port: 0 })
  url = `${tls ? 'https' : 'http'}://127.0.0.1:${(serving.app.server.address() as AddressInfo).port}`
  await writeOperator(folder, { url, token: serving.operatorToken, certificate: tls && new X509Certificate(tls.cert).fingerprint256, database: null })
  return {
    serving, url, folder, clock, logged,
    ask: async (path, { token, body, headers = {}, method, raw } = {}) => {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const response = await fetch(url + path, {
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
        ...(sent !== undefined && { body: sent }),
      })
      const text = await response.text()
      return { status: response.status, body: text !== '' && isJson(response) ? (JSON.parse(text) as Record<string, unknown>) : { text }, headers: response.headers }
    },
    close: async () => {
      await serving.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const isJson = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('application/json') ?? false

/** Of the file that the first start writes. */
export const firstAdmin = (hub: TestHub): { login: string; secret: string; code: string } => {
  const lines = readFileSync(join(hub.folder, 'first-admin.txt'), 'utf8').split('\n')
  const of = (name: string): string => lines.find(line => line.startsWith(`${name}: `))!.slice(name.length + 2)
  return { login: of('login'), secret: of('secret'), code: of('code') }
}

export const PASSPHRASE = '一二三四五六七八九十'

/** A desk with its key. */
export type TestDevice = { id: string; letter: string; sign: (text: string) => string }

export const makeKey = (): { key: DeviceKey; sign: (text: string) => string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  return { key: { kty: 'EC', crv: 'P-256', x, y }, sign: text => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url') }
}

export const enrolDevice = async (hub: TestHub, code: string, name = '2 号窗口'): Promise<TestDevice> => {
  const { key, sign } = makeKey()
  const { device: id, letter } = enrolReply.parse((await hub.ask('/enrol', { body: { code, name, key } })).body)
  return { id, letter, sign }
}

/** `newPassword` where a one-time secret is used. */
export const logInOn = async (hub: TestHub, device: TestDevice, login: string, password: string, newPassword?: string): Promise<Answer> => {
  const { body: { challenge } } = await hub.ask('/challenge', { body: { device: device.id } })
  const signature = device.sign(loginProof(challenge as string, device.id, login))
  return hub.ask('/login', { body: { login, password, ...(newPassword !== undefined && { newPassword }), device: { id: device.id, challenge, signature } } })
}

export const refreshOn = (hub: TestHub, device: TestDevice, refresh: string): Promise<Answer> => hub.ask('/refresh', { body: { refresh, signature: device.sign(refreshProof(refresh)) } })

/** Somebody with a session and a client of their own. */
export type Person = { session: Session; client: string; mid: number; cursors: Cursors }

export const personOf = (answer: Answer): Person => ({ session: session.parse(answer.body), client: randomUUID(), mid: 0, cursors: {} })

/** Logs the first admin in, on a browser. */
export const adminOf = async (hub: TestHub): Promise<Person> => {
  const { login, secret } = firstAdmin(hub)
  return personOf(await hub.ask('/login', { body: { login, password: secret, newPassword: PASSPHRASE } }))
}

/** Adds a user as `by` and logs them in, on the device or on a browser. */
export const addPerson = async (hub: TestHub, by: string, login: string, memberships: readonly GrantedMembership[], device?: TestDevice): Promise<Person> => {
  const { body: { secret } } = await hub.ask('/admin/users', { token: by, body: { do: 'add', login, display: login, memberships } })
  return personOf(device ? await logInOn(hub, device, login, secret as string, PASSPHRASE) : await hub.ask('/login', { body: { login, password: secret, newPassword: PASSPHRASE } }))
}

const callerOf = ({ session: { epoch, group }, client }: Person) => ({ proto: PROTO, schema: SCHEMA, epoch, group, client })

export const pushAs = async (hub: TestHub, person: Person, name: string, args: object): Promise<Answer> => {
  const hash = await argsHash(args)
  return hub.ask('/sync/push', { token: person.session.access, body: { ...callerOf(person), commands: [{ mid: person.mid + 1, name, args, hash, clientTs: 0 }] } })
}

export type Pulled = { changes: Change[]; outcomes: Outcome[]; scopesAdd: string[]; scopesDrop: string[] }

/** Everything after the person's cursors, or after those given. */
export const pullAs = async (hub: TestHub, person: Person, cursors = person.cursors): Promise<Pulled> => {
  const all: Pulled = { changes: [], outcomes: [], scopesAdd: [], scopesDrop: [] }
  let reached = cursors
  for (;;) {
    const { status, body } = await hub.ask('/sync/pull', { token: person.session.access, body: { ...callerOf(person), cursors: reached, limit: LIMITS.pageRows, acked: 0 } })
    if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`)
    const got = page.parse(body)
    all.changes.push(...got.changes)
    all.scopesAdd.push(...got.scopesAdd)
    all.scopesDrop.push(...got.scopesDrop)
    reached = Object.fromEntries(Object.entries({ ...reached, ...got.cursors }).filter(([scope]) => !got.scopesDrop.includes(scope as Scope)))
    if (got.more) continue
    person.cursors = reached
    return { ...all, outcomes: got.outcomes }
  }
}

/** Pushes one command and gives the hub's outcome. */
export const give = async (hub: TestHub, person: Person, name: string, args: object): Promise<Outcome> => {
  const { status, body } = await pushAs(hub, person, name, args)
  if (status !== 200) throw new Error(`push ${name}: ${status} ${JSON.stringify(body)}`)
  person.mid++
  return (await pullAs(hub, person)).outcomes.find(({ mid }) => mid === person.mid)!
}
