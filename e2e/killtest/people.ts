// People with a login, made through the routes that the operator's command line uses.
import { readOperator } from '../../hub/operator.ts'
import { complexList, session, userChanged } from '#shared/sync/login.ts'

export type Person = {
  user: string
  device: string
  group: string
  epoch: string
  complex: string
  /** The access token of now. */
  token: () => Promise<string>
}

const PASSPHRASE = '一二三四五六七八九十'
/** A token is renewed when it has less than this to live. */
const RENEW_MS = 60_000

export const addPerson = async (ask: typeof fetch, data: string, login: string): Promise<Person> => {
  const { url, token } = (await readOperator(data))!
  const said = async (path: string, body?: object, bearer?: string): Promise<unknown> => {
    const answer = await ask(url + path, { method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json', ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) }, ...(body && { body: JSON.stringify(body) }) })
    const value: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }
  const { complexes: [{ id: complex }] } = complexList.parse(await said('/admin/complexes', undefined, token))
  const { secret } = userChanged.parse(await said('/admin/users', { do: 'add', login, display: login, memberships: [{ complex, role: 'lab', company: null }] }, token))
  let held = session.parse(await said('/login', { login, password: secret, newPassword: PASSPHRASE }))
  const { user, device, group, epoch } = held
  return {
    user, device, group, epoch, complex,
    token: async () => {
      if (held.accessUntil - Date.now() < RENEW_MS) held = session.parse(await said('/login', { login, password: PASSPHRASE, device: { id: device } }))
      return held.access
    },
  }
}
