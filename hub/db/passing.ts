// Failures that say nothing about the work: it is begun again, and given up as `Passing`, never as an outcome.
import { setTimeout as sleep } from 'node:timers/promises'
import { Passing } from '#shared/sync/store.ts'

const TRIES = 5

/** Runs the work again after a passing failure, a little later each time. */
export const patiently = async <R>(work: () => Promise<R>): Promise<R> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (tries === TRIES) throw error instanceof Passing ? error : new Passing((error as Error).message, { cause: error })
      await sleep(Math.random() * 10 * 2 ** tries)
    }
  }
}

export const isPassing = (error: unknown): boolean => {
  if (error instanceof Passing) return true
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? STATES.test(code) : typeof message === 'string' && LOST.test(message)
}

/** Serialisation, deadlock, lock or statement timeout, shutdown, connection, resources of the system; and Node's codes of sockets. */
const STATES = /^(?:40001|40P01|55P03|57014|57P0\d|25P0[34]|08\w{3}|53\w{3}|58\w{3}|ECONN\w+|EPIPE|ENOENT|ETIMEDOUT)$/

/** `pg` gives no code when a connection ends, or can't be had in time. */
const LOST = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after calling end)/
