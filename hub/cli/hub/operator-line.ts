import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { resolve } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { refusal } from '#shared/sync/refusal.ts'
import { refusalText } from '#shared/words/refusal.ts'
import { defaultDataFolder } from '../../db/engine.ts'
import { type OperatorLine, readOperator } from '../../operator.ts'

/** Asks the hub that runs on this machine; a text says why it could not. `body` undefined = GET. */
export type Ask = <T>(schema: { parse(value: unknown): T }, path: string, body?: object) => Promise<Result<T, { code: 'said'; text: string }>>

export const dataFolder = (given: string | undefined): string => resolve(given ?? defaultDataFolder())

/** null = no hub runs on the folder. */
export const operatorLine = async (folder: string): Promise<Ask | null> => {
  const line = await readOperator(folder)
  if (!line) return null
  return async (schema, path, body) => {
    const answer = await send(line, path, body).catch((error: Error) => error.message)
    if (typeof answer === 'string') return fail({ code: 'said', text: `the hub does not answer: ${answer}` })
    if (answer.status === 200) return ok(schema.parse(answer.value))
    const refused = refusal.safeParse(answer.value)
    return fail({ code: 'said', text: refused.success ? refusalText(refused.data, 'en') : `the hub answered ${answer.status}` })
  }
}

/**
 * The certificate need not name 127.0.0.1, so it is compared with the one that the hub has noted. A stranger on its port would see a
 * token that no running hub takes.
 */
const send = ({ url, token, certificate }: OperatorLine, path: string, body?: object): Promise<{ status: number; value: unknown }> =>
  new Promise((resolve, reject) => {
    const address = new URL(path, url)
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    // A connection of its own each: one that resumes a session shows no certificate.
    const options = { method: body ? 'POST' : 'GET', headers, timeout: 20_000, agent: false as const }
    const asking = certificate === null ? overHttp(address, options) : overHttps(address, { ...options, rejectUnauthorized: false })
    asking.on('response', response => {
      if (certificate !== null && (response.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256 !== certificate) {
        asking.destroy(new Error('another program answers in its place'))
        return
      }
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('error', reject)
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, value: JSON.parse(text) })
        } catch (error) {
          reject(new Error('it said no JSON', { cause: error }))
        }
      })
    })
    asking.on('timeout', () => asking.destroy(new Error('no answer within 20 s')))
    asking.on('error', reject)
    asking.end(body && JSON.stringify(body))
  })
