// Bugs planted around the product's code, to show that the simulator would find them: each wraps what the code depends on.
import { Conflict, type OutboxEntry, Passing } from '#shared/sync/store.ts'
import { tables } from '#shared/tables.ts'
import type { Plant, Transacting } from './sim.ts'

export const NONE: Plant = {}

const changed = <P extends object>(base: P, change: Partial<P>): P => ({ ...base, ...change })

/** Take-back asks for the waiting commands first in its transaction; what is asked later is left as it is. */
const takingBack = (change: (waiting: OutboxEntry[]) => OutboxEntry[]) => (t: Transacting): Transacting => {
  let asked = false
  return changed(t, {
    entries: async state => {
      const entries = await t.entries(state)
      if (state !== 'waiting' || asked) return entries
      asked = true
      return change(entries)
    },
  })
}

const unguarded: typeof tables = { ...tables, booking_slots: { scopes: row => tables.booking_slots.scopes(row), by: tables.booking_slots.by ?? [] } }

export const PLANTS: { readonly [bug: string]: Plant } = {
  // The hub does not check for a mid already done.
  B1: {
    hub: ({ write }, mid, { store }) =>
      changed(write, {
        client: async (...args) => {
          const client = await write.client(...args)
          if (mid > client.last) return client
          store.state.commands.get(args[0])?.delete(mid)
          return { ...client, last: mid - 1 }
        },
      }),
  },
  // The hub accepts a gap in mids.
  B2: {
    hub: ({ write }, mid) =>
      changed(write, {
        client: async (...args) => {
          const client = await write.client(...args)
          return { ...client, last: mid > client.last ? mid - 1 : client.last }
        },
      }),
  },
  // The desk drops a command when it is sent.
  B3: { sent: ({ desk }) => desk.store.entries.clear() },
  // The desk stores cursors and rows in two transactions.
  B4: {
    desk: (t, { desk }) =>
      changed(t, {
        setCursors: cursors => {
          desk.store.cursors = cursors
          return Promise.resolve()
        },
      }),
  },
  // The desk applies a page that was asked for with older cursors.
  B5: { anyCursors: true },
  // The hub checks for a free slot, then inserts, without lock or constraint.
  B6: { tables: unguarded, hub: ({ write }) => changed(write, { lock: () => Promise.resolve() }) },
  // The cursor comes from an identity column: numbered when written, not when committed.
  B7: {
    hub: (transaction, _mid, { store }) => {
      const { write } = transaction
      const numbers = new Map<string, number>()
      const base = write.tx('')
      const tx: typeof base = {
        ...base,
        put: async (table, row) => {
          await base.put(table, row)
          const next = (identity.get(store) ?? FIRST) + 1
          identity.set(store, next)
          numbers.set(`${table}/${row.id}`, next)
        },
      }
      return changed(write, {
        tx: () => tx,
        touch: touches => {
          for (const touch of touches) transaction.touched.push({ ...touch, ver: numbers.get(`${touch.table}/${touch.id}`) ?? 0 })
          return Promise.resolve([])
        },
      })
    },
  },
  // No tombstone when a row leaves a scope.
  B8: { hub: ({ write }) => changed(write, { touch: touches => write.touch(touches.filter(({ gone }) => !gone)) }) },
  // Promotion skips the head of the waitlist.
  B9: {
    afterwards: work => ({
      ...work,
      tx: {
        ...work.tx,
        listBy: async (table, field, value) => {
          const rows = await work.tx.listBy(table, field, value)
          if (field !== 'waitingFor' || rows.length < 2) return rows
          const seq = (row: (typeof rows)[number]): number => (row as unknown as { waitSeq: number }).waitSeq
          return [...rows].sort((a, b) => seq(a) - seq(b)).slice(1)
        },
      },
    }),
  },
  // Acknowledgement before the last page.
  B10: {
    page: (page, { store }, client) => {
      if (!page.more) return page
      const outcomes = [...(store.state.commands.get(client)?.values() ?? [])].map(({ mid, outcome, code, facts }) => ({ mid, outcome, ...(code && { code }), facts }))
      return { ...page, more: false, lastMutationId: outcomes.length, durableMutationId: 0, outcomes }
    },
  },
  // No epoch check.
  B11: { anyEpoch: true },
  // Two windows share a mid.
  B12: {
    desk: (t, desk) =>
      changed(t, {
        meta: async () => {
          const meta = await t.meta()
          return desk.windows === null ? meta : { ...meta, lastMid: desk.windows }
        },
        addEntry: entry => t.putEntry(entry),
      }),
  },
  // Before-images restored oldest command first.
  B13: { desk: takingBack(waiting => waiting.map((entry, i) => ({ ...entry, before: waiting[waiting.length - 1 - i].before }))) },
  // Rows laid down without taking waiting commands back.
  B14: { desk: takingBack(waiting => waiting.map(entry => ({ ...entry, before: [] }))) },
  // Before-images not renewed when a command runs again.
  B15: {
    desk: (t, { desk }) => changed(t, { putEntry: entry => t.putEntry(entry.state === 'waiting' ? { ...entry, before: desk.store.entries.get(entry.mid)?.before ?? entry.before } : entry) }),
  },
  // An outcome is stored for a passing failure.
  B16: {
    hub: ({ write }) =>
      changed(write, {
        savepoint: work =>
          write.savepoint(async () => {
            try {
              return await work()
            } catch (error) {
              throw error instanceof Passing ? new Conflict('data', 'validation') : error
            }
          }),
      }),
  },
}

const identity = new WeakMap<object, number>()
const FIRST = 1000
