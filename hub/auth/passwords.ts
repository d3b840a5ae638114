import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP's first choice). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export type Passwords = {
  /** null = as many wait as may: try later. */
  hash(password: string): Promise<string | null>
  /** Takes as long without a hash, so that nobody learns whether an account exists. null as above. */
  matches(hash: string | null, password: string): Promise<boolean | null>
}

/** At most `atOnce` are reckoned side by side and `waiting` wait for them: a flood of logins costs neither memory nor the other requests. */
export const makePasswords = async ({ atOnce, waiting }: { atOnce: number; waiting: number }): Promise<Passwords> => {
  const nobody = await hash('nobody has this one', COST)
  const queue: (() => void)[] = []
  let running = 0
  const inTurn = async <R>(work: () => Promise<R>): Promise<R | null> => {
    if (running >= atOnce && queue.length >= waiting) return null
    if (running >= atOnce) await new Promise<void>(resolve => queue.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
  return {
    hash: password => inTurn(() => hash(plain(password), COST)),
    matches: (known, password) => inTurn(async () => (await verify(known ?? nobody, plain(password))) && known !== null),
  }
}

/** The same characters typed on another keyboard. */
const plain = (password: string): string => password.normalize('NFC')
