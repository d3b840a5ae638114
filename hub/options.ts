import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type HubOptions = {
  data: string
  /** null: the hub's own engine on the data folder. */
  database: string | null
  port: number
  /** Plain http on loopback, for tests and behind a proxy of this machine. */
  http: boolean
  /** Shows where desks join as a QR code also where no terminal is seen. */
  qr: boolean
  /** Further names and addresses of the hub. */
  names: string[]
  /** The operator's own certificate. */
  certificate: { cert: string; key: string } | null
  /** The complex of an empty hub. */
  complex: { name: string; district: string }
  packs: string
  pokes: number
  /** Where verified backups are copied to: declared to be off this machine. */
  backupTo: string | null
}

export const HUB_USAGE = 'npm run hub -- [--data DIR] [--port N] [--name HOST]... [--http] [--qr] [--cert FILE --key FILE] [--complex NAME --district NAME] [--packs DIR] [--pokes N] [--backup-to DIR]'

/** A text says what is wrong with the words given. */
export const readOptions = (args: string[], env: { DATABASE_URL?: string | undefined }, defaultData: string): HubOptions | string => {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { data: text, port: text, http: { type: 'boolean' }, qr: { type: 'boolean' }, name: { type: 'string', multiple: true }, cert: text, key: text, complex: text, district: text, packs: text, pokes: text, 'backup-to': text } })
    const { http = false, qr = false, name: names = [], cert, key, complex = '质量技术服务综合体', district = '绍兴' } = values
    const port = whole(values.port ?? '8443', 0, 65_535)
    const pokes = whole(values.pokes ?? '2000', 1, 100_000)
    if (port === null) return `--port ${values.port} is no port`
    if (pokes === null) return `--pokes ${values.pokes} is no number of connections`
    if ((cert === undefined) !== (key === undefined)) return '--cert and --key belong together'
    if (http && cert !== undefined) return '--http and --cert exclude each other'
    const odd = names.find(one => !isIP(one) && !/^[a-z0-9.-]+$/i.test(one))
    if (odd !== undefined) return `--name ${odd} is no host name or address`
    const data = resolve(values.data ?? defaultData)
    const database = env.DATABASE_URL === undefined || env.DATABASE_URL === '' ? null : env.DATABASE_URL
    return { data, database, port, http, qr, names, certificate: cert === undefined || key === undefined ? null : { cert, key }, complex: { name: complex, district }, packs: resolve(values.packs ?? join(data, 'catalogue')), pokes, backupTo: values['backup-to'] === undefined ? null : resolve(values['backup-to']) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const whole = (text: string, least: number, most: number): number | null => (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null)
