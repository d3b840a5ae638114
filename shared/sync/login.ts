// How a device and a person become known to the hub, and what an admin may do about both.
import { z } from 'zod'

z.config({ jitless: true })

/** Roles that an admin gives; `hub` belongs to the hub's own client. */
export const GRANTED_ROLES = ['front', 'lab', 'trainer', 'admin', 'company'] as const

/** Characters that a passphrase has at least. */
export const PASSPHRASE_MIN = 10

const id = z.uuid()
const time = z.int()
/** One line that a person reads. */
const line = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*$/u)
const loginName = z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}._@-]{1,64}$/u)
const passphrase = z.string().min(1).max(200)
const token = z.string().regex(/^[\w-]{20,100}$/)
/** ECDSA P-256 with SHA-256 as WebCrypto writes it, 64 bytes, base64url. */
const signature = z.string().regex(/^[\w-]{86}$/)
const coordinate = z.string().regex(/^[\w-]{43}$/)

export const deviceKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })

export const enrolRequest = z.object({ code: line(40), name: line(60), key: deviceKey })
/** Ed25519, hex: whose catalogue packs a desk takes from its hub without asking. */
const packKey = z.string().regex(/^[0-9a-f]{64}$/)

/** X25519, base64url: the hub opens what is sealed to it. */
const recoveryKey = z.string().regex(/^[\w-]{43}$/)

/** `letter` stands in the numbers that this device prints. */
export const enrolReply = z.object({ device: id, letter: z.string(), complex: z.object({ id, name: z.string() }), hub: z.string(), packKey })

/** What a device signs at a login; good once, for two minutes. */
export const challengeRequest = z.object({ device: id })
export const challengeReply = z.object({ challenge: token })

/** What the device's key signs: nobody else's login and no other request fits the signature. */
export const loginProof = (challenge: string, device: string, login: string): string => `pinli login\n${challenge}\n${device}\n${login}`
/** A refresh token is good once, so it needs no challenge beside it. */
export const refreshProof = (refresh: string): string => `pinli refresh\n${refresh}`

/**
 * Without a device the hub makes one of the kind `browser`; a browser that has one names it without a signature. `group` was made at
 * the first start and is taken over when this user has none on the device. `newPassword` sets another; who logs in with a one-time
 * secret has to choose one. `holds`: the page keeps the refresh token itself, as long as it stands; no cookie is set.
 */
export const loginRequest = z.object({
  login: loginName,
  password: passphrase,
  newPassword: passphrase.optional(),
  device: z.object({ id, challenge: token.optional(), signature: signature.optional() }).optional(),
  group: id.optional(),
  holds: z.literal(true).optional(),
})

const membership = z.object({ complex: id, role: z.enum(GRANTED_ROLES), company: id.nullable() })

/** `refresh` is missing where it lies in the browser's HttpOnly cookie. Times in ms since 1970. */
export const session = z.object({
  access: token,
  accessUntil: time,
  refresh: token.optional(),
  refreshUntil: time,
  user: id,
  login: z.string(),
  display: z.string(),
  device: id,
  group: id,
  memberships: z.array(membership.extend({ complexName: z.string() })),
  epoch: z.string(),
  packKey,
  recoveryKey,
  serverTime: time,
})

export const refreshRequest = z.object({ refresh: token.optional(), signature: signature.optional() })
/** The key of a client group as its desk has sealed it to the hub, and the key, base64url. */
export const recoverRequest = z.object({ group: id, box: z.string().regex(/^[\w-]{1,400}$/) })
export const recovered = z.object({ key: z.string().regex(/^[\w-]{43}$/) })

/** For the operator: what a surrendered computer held. `box` as above, where its key was sealed; `client`: who numbered its steps. */
export const surrenderRequest = recoverRequest.partial({ box: true }).extend({ client: id })
/**
 * `key` null = not sealed to this hub, or no box was given. `owner` null = the hub knows no such group; `revoked`: the device or the person
 * is no longer let in. `last`: the highest mid of the client that the hub has.
 */
export const surrendered = z.object({
  key: recovered.shape.key.nullable(),
  owner: z.object({ login: z.string(), display: z.string(), device: z.string(), letter: z.string().nullable(), revoked: z.boolean() }).nullable(),
  epoch: z.string(),
  last: z.int().min(0),
})

export const logoutRequest = z.object({})
export const done = z.object({ done: z.literal(true) })

export const userChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), login: loginName, display: line(60), memberships: z.array(membership).min(1).max(50) }),
  /** All that the person may do in the complexes which the asking admin runs; those elsewhere stay. */
  z.object({ do: z.literal('roles'), user: id, memberships: z.array(membership).max(50) }),
  z.object({ do: z.literal('secret'), user: id }),
  z.object({ do: z.literal('disable'), user: id }),
  z.object({ do: z.literal('enable'), user: id }),
  /** Forgives wrong tries; the passphrase stays. */
  z.object({ do: z.literal('unlock'), user: id }),
])
/** Where a computer joins: the hub's name, its own address (`https://host:port`) and the fingerprint that is compared, SHA-256 in hex. */
const joinPlace = z.object({ hub: z.string(), address: z.string().max(300), fingerprint: z.string().regex(/^[0-9a-f]{64}$/) })
/** `secret` is said this once: it opens one login, which has to choose a passphrase. `place` comes with it, but not from a hub on plain http. */
export const userChanged = z.object({ user: id, secret: z.string().optional(), secretUntil: time.optional(), place: joinPlace.optional() })

/** `joined`: has a passphrase of their own. `lastSeen`: the last login or its renewal, which comes about every 15 minutes. */
export const userList = z.object({
  users: z.array(
    z.object({
      id, login: z.string(), display: z.string(), disabled: z.boolean(), joined: z.boolean(), memberships: z.array(membership), devices: z.int(),
      created: time, lastSeen: time.nullable(), lockedUntil: time.nullable(), secretUntil: time.nullable(),
    }),
  ),
})

export const deviceChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('code'), complex: id }),
  /** `wipe`: the device destroys what it holds as soon as it hears of it. */
  z.object({ do: z.literal('revoke'), device: id, wipe: z.boolean() }),
])
/** `place` comes with a code, but not from a hub on plain http. */
export const deviceChanged = z.object({ code: z.string().optional(), codeUntil: time.optional(), place: joinPlace.optional() })

/** `users`: who is logged in there, or was when it was revoked. `listening`: has a line open now. `told`: a revoked one has asked since and heard it. */
export const deviceList = z.object({
  devices: z.array(
    z.object({
      id, complex: id.nullable(), letter: z.string().nullable(), name: z.string(), kind: z.enum(['desktop', 'browser']), users: z.array(id), created: time,
      lastSeen: time.nullable(), listening: z.boolean(), revoked: z.boolean(), told: z.boolean(),
    }),
  ),
})

/** Adding one is the operator's: an admin runs the complexes that there are. */
export const complexChange = z.object({ do: z.literal('add'), name: line(80), district: line(40) })
export const complexChanged = z.object({ complex: id })
export const complexList = z.object({ complexes: z.array(z.object({ id, name: z.string(), district: z.string() })) })

/**
 * What anyone may know of a hub. `backup.age`: seconds since the last verified one; `elsewhere`: a place off the machine is declared.
 * `database.up`: it answers; `restarts`: how often the hub had to start its own again since it began.
 */
export const health = z.object({ hub: z.string(), version: z.string(), proto: z.int(), serverTime: time, database: z.object({ up: z.boolean(), restarts: z.int().min(0) }), backup: z.object({ age: z.int().min(0).nullable(), elsewhere: z.boolean() }) })

export type DeviceKey = z.output<typeof deviceKey>
export type EnrolRequest = z.output<typeof enrolRequest>
export type EnrolReply = z.output<typeof enrolReply>
export type LoginRequest = z.output<typeof loginRequest>
export type Session = z.output<typeof session>
export type Surrendered = z.output<typeof surrendered>
export type SurrenderRequest = z.output<typeof surrenderRequest>
export type RefreshRequest = z.output<typeof refreshRequest>
export type JoinPlace = z.output<typeof joinPlace>
export type GrantedMembership = z.output<typeof membership>
export type UserChange = z.output<typeof userChange>
export type UserChanged = z.output<typeof userChanged>
export type UserList = z.output<typeof userList>
export type DeviceChange = z.output<typeof deviceChange>
export type DeviceChanged = z.output<typeof deviceChanged>
export type DeviceList = z.output<typeof deviceList>
export type ComplexList = z.output<typeof complexList>
export type Health = z.output<typeof health>
