// What an admin's lists say of people and computers, by what the hub tells. Times in ms since 1970.
import { type DeviceList, GRANTED_ROLES, type UserList } from '#shared/sync/login.ts'

export type Person = UserList['users'][number]
export type Computer = DeviceList['devices'][number]
export type GrantedRole = (typeof GRANTED_ROLES)[number]

/** One state a person, the most urgent one. */
export type PersonState =
  | { is: 'disabled' }
  /** A computer of theirs was revoked and has not heard of it. */
  | { is: 'untold' }
  /** Too many wrong passphrases. */
  | { is: 'locked'; until: number }
  /** Has a one-time secret that is good still, and no passphrase. */
  | { is: 'invited'; until: number }
  /** The one-time secret ran out before it was used. */
  | { is: 'lapsed' }
  | { is: 'normal' }

export type ComputerState = 'revoked' | 'untold' | 'online' | 'away' | 'unused'

export const personState = (person: Person, computers: readonly Computer[]): PersonState => {
  if (person.disabled) return { is: 'disabled' }
  if (computersOf(person, computers).some(one => computerState(one) === 'untold')) return { is: 'untold' }
  if (person.lockedUntil !== null) return { is: 'locked', until: person.lockedUntil }
  if (person.joined) return { is: 'normal' }
  return person.secretUntil === null ? { is: 'lapsed' } : { is: 'invited', until: person.secretUntil }
}

export const computerState = ({ revoked, told, listening, lastSeen }: Computer): ComputerState => {
  if (revoked) return told || lastSeen === null ? 'revoked' : 'untold'
  if (listening) return 'online'
  return lastSeen === null ? 'unused' : 'away'
}

/** Where the person is logged in, and what was revoked under them and has not heard it yet. */
export const computersOf = ({ id }: Person, computers: readonly Computer[]): Computer[] => computers.filter(one => one.users.includes(id) && (!one.revoked || computerState(one) === 'untold'))

/** Each role once, in the order in which they are offered. */
export const rolesOf = ({ memberships }: Person): GrantedRole[] => GRANTED_ROLES.filter(role => memberships.some(one => one.role === role))

export type Filter = { role: GrantedRole | 'all'; text: string }

/** By name, account, and the letters and names of their computers. */
export const findPeople = (people: readonly Person[], computers: readonly Computer[], { role, text }: Filter): Person[] =>
  people.filter(person => (role === 'all' || rolesOf(person).includes(role)) && has(text, [person.display, person.login, ...computersOf(person, computers).flatMap(wordsOf)]))

/** By letter, name and whoever uses it; revoked ones last. */
export const findComputers = (computers: readonly Computer[], people: readonly Person[], text: string): Computer[] =>
  computers.filter(one => has(text, [...wordsOf(one), ...usersOf(one, people).flatMap(({ display, login }) => [display, login])])).sort((a, b) => Number(a.revoked) - Number(b.revoked))

export const usersOf = ({ users }: Computer, people: readonly Person[]): Person[] => people.filter(({ id }) => users.includes(id))

/** What has to be typed before a computer is revoked: its letter, or its name where it has none. */
export const wordToRevoke = ({ letter, name }: Computer): string => letter ?? name

const wordsOf = ({ letter, name }: Computer): string[] => [letter ?? '', name]
const has = (text: string, words: readonly string[]): boolean => words.some(word => word.toLowerCase().includes(text.trim().toLowerCase()))
