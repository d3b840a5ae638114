// `npm run hub`. stdout carries the address alone, talk goes to stderr.
import { X509Certificate } from 'node:crypto'
import type { Server } from 'node:https'
import { readFile, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { joinText } from '#shared/sync/join-text.ts'
import { fingerprintWords } from '#shared/words/fingerprint.ts'
import { type HubDatabaseProblem, hubDatabaseProblemText } from '#shared/words/hub-database.ts'
import { type Database, openDatabase } from './db/database.ts'
import { defaultDataFolder, startEngine } from './db/engine.ts'
import { watchEngine } from './db/watch-engine.ts'
import { removeOperator, writeOperator } from './operator.ts'
import { HUB_USAGE, type HubOptions, readOptions } from './options.ts'
import { type Serving, type Setup, serveHub } from './serve-hub.ts'
import { terminalQr } from './terminal-qr.ts'
import { certificateFingerprint, ownCertificate } from './tls/certificate.ts'
import { machineNames } from './tls/names.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2), process.env, defaultDataFolder())
  if (typeof options === 'string') {
    say(`Pinli hub: ${options}\n  ${HUB_USAGE}`)
    return 2
  }
  const ended = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  const opened = await openEither(options)
  if (!opened.ok) {
    say(`品立中心：${hubDatabaseProblemText(opened.problem, 'zh')}\nPinli hub: ${hubDatabaseProblemText(opened.problem, 'en')}`)
    return 1
  }
  const { url, pool, restarts, close } = opened.value
  try {
    if (options.backupTo !== null) await lookAt(options.backupTo, options.data)
    const certificate = await certificateFor(options)
    const { dns, ip } = machineNames(options.names)
    const where: Where = { place: null }
    const serving = await serveHub(pool, {
      tls: certificate, hosts: new Set([...dns, ...ip]), data: options.data, pages: join(dirname(fileURLToPath(import.meta.url)), 'renderer'), packs: options.packs,
      version: __PINLI_VERSION__, complex: options.complex, restarts, place: () => where.place, pokes: options.pokes, backups: { url, to: options.backupTo }, now: Date.now, log: say,
    })
    try {
      return await serve(options, serving, certificate, where, options.database === null ? url : null, ended)
    } finally {
      await serving.close()
    }
  } finally {
    await close()
  }
}

/** `url`: the owner's. `restarts`: of the hub's own database. */
type Opened = Pick<Database, 'pool'> & { url: string; restarts: () => number; close: () => Promise<void> }

const openEither = async ({ data, database }: HubOptions): Promise<Result<Opened, HubDatabaseProblem>> => {
  if (database !== null) {
    const opened = await openDatabase(database, say)
    return opened.ok ? ok({ ...opened.value, url: database, restarts: () => 0 }) : opened
  }
  say('Starting the database …')
  const engine = await startEngine(data)
  if (!engine.ok) return engine
  const opened = await openDatabase(engine.value.url, say)
  const stop = async (): Promise<void> => {
    const stopped = await engine.value.stop()
    if (!stopped.ok) say(hubDatabaseProblemText(stopped.problem, 'en'))
  }
  if (!opened.ok) {
    await stop()
    return fail(opened.problem)
  }
  const watch = watchEngine(engine.value, say)
  return ok({
    url: engine.value.url,
    pool: opened.value.pool,
    restarts: watch.restarts,
    close: async () => {
      await watch.stop()
      await opened.value.close()
      await stop()
    },
  })
}

/** Whether a folder is off the machine only its operator knows; what can be seen to be wrong is said. */
const lookAt = async (to: string, data: string): Promise<void> => {
  const [target, own] = await Promise.all([to, data].map(path => stat(path).catch(() => null)))
  if (!target?.isDirectory()) say(`${to} is not there now: backups are not copied until it is.`)
  else if (target.dev === own?.dev) say(`${to} lies on the same disk as the hub's data: a backup there is lost with it.`)
}

type Served = { cert: string; key: string; fingerprint: string }

/** null on plain http. */
const certificateFor = async ({ http, certificate, data, names }: HubOptions): Promise<Served | null> => {
  if (http) return null
  if (!certificate) return ownCertificate(join(data, 'tls'), machineNames(names), Date.now())
  const [cert, key] = await Promise.all([readFile(certificate.cert, 'utf8'), readFile(certificate.key, 'utf8')])
  return { cert, key, fingerprint: await certificateFingerprint(cert) }
}

/** What the hub tells of itself to administrators who let a desk join. */
type Where = { place: ReturnType<Setup['place']> }

const serve = async (options: HubOptions, { app, firstAdminFile, operatorToken }: Serving, certificate: Served | null, where: Where, database: string | null, ended: Promise<void>): Promise<number> => {
  const problem = await listen(app, options)
  if (problem) {
    say(`Pinli hub: ${problem}`)
    return 1
  }
  const scheme = options.http ? 'http' : 'https'
  const { port } = app.server.address() as AddressInfo
  const address = (): string => {
    const [shown] = options.http ? ['127.0.0.1'] : [...options.names, ...machineNames([]).ip]
    return `${scheme}://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
  }
  const openLine = (served: Served | null): Promise<void> => {
    where.place = served && { address: address(), fingerprint: served.fingerprint }
    return writeOperator(options.data, { url: `${scheme}://127.0.0.1:${port}`, token: operatorToken, certificate: served && new X509Certificate(served.cert).fingerprint256, database })
  }
  await openLine(certificate)
  process.stdout.write(`${address()}/\n`)
  if (where.place) say(`指纹 fingerprint: ${fingerprintWords(where.place.fingerprint).join(' ')}\n  SHA-256 ${inPairs(where.place.fingerprint)}`)
  if (where.place && (options.qr || process.stderr.isTTY)) say(terminalQr(joinText({ ...where.place, code: null })))
  if (firstAdminFile !== null) say(`第一位管理员的一次性口令在 The first administrator's secret lies in\n  ${firstAdminFile}`)
  const renewal = options.http ? undefined : setInterval(() => void renew(app.server as Server, options, openLine), DAY)
  await ended
  clearInterval(renewal)
  say('Stopping …')
  await removeOperator(options.data)
  return 0
}

const DAY = 24 * 3600_000

/** A certificate that nears its end, or an address that is new, needs no restart. */
const renew = async (server: Server, options: HubOptions, openLine: (served: Served) => Promise<void>): Promise<void> => {
  try {
    const certificate = await certificateFor(options)
    if (!certificate) return
    server.setSecureContext(certificate)
    await openLine(certificate)
  } catch (error) {
    say(`The certificate could not be renewed: ${String(error)}`)
  }
}

const inPairs = (hex: string): string => hex.toUpperCase().replace(/..(?=.)/g, '$& ')

/** A text says why it can't listen. */
const listen = async (app: Serving['app'], { http, port }: HubOptions): Promise<string | null> => {
  const hosts = http ? ['127.0.0.1'] : ['::', '0.0.0.0']
  for (const host of hosts) {
    try {
      await app.listen({ host, port })
      return null
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE') return `port ${port} is taken by another program. End it, or give another with --port.`
      if (code === 'EACCES') return `port ${port} needs more rights. Give one from 1024 up with --port.`
      if (host === hosts.at(-1)) return `it cannot listen on port ${port}: ${message}`
    }
  }
  return null
}

process.exitCode = await main()
