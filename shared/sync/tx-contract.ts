// What every store has to do alike: memory, Dexie and PostgreSQL run these same cases. Each throws with what it found.
import type { TableRule } from './tables.ts'
import type { Tx } from './tx.ts'

export type Piece = { id: string; complex: string; shelf: string | null; size: number; note: string; list: { deep: (number | string | null)[] } }
export type ContractTables = { pieces: Piece }

/** A store under test declares this table. */
export const contractTables: { pieces: TableRule<Piece> } = {
  pieces: { scopes: ({ complex }) => [`complex:${complex}`], by: ['shelf'], sealed: ['note', 'list'], ranges: { shelf_size: ['shelf', 'size'] } },
}

/** Runs work in one transaction of an otherwise empty store; what it put is committed when it resolves, and gone when it throws. */
export type InTransaction = <R>(work: (tx: Tx<ContractTables>) => Promise<R>) => Promise<R>

/** The complex and ids that the cases use. */
export const CONTRACT_COMPLEX = '00000000-0000-7000-8000-000000000001'
const id = (n: number): string => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

const piece = (n: number, more: Partial<Piece> = {}): Piece => ({ id: id(n), complex: CONTRACT_COMPLEX, shelf: 'a', size: n, note: '', list: { deep: [] }, ...more })

export const txContract: { readonly [name: string]: (run: InTransaction) => Promise<void> } = {
  'a row that is not there is undefined': run => run(async tx => same(await tx.get('pieces', id(1)), undefined)),

  'a row comes back as it was put, Chinese, numbers and null included': async run => {
    const row = piece(1, { note: '拉力机 “100 kN” \\ \' "', size: 1_800_000_000_123, list: { deep: [0.1, -0, null, '二'] } })
    await run(tx => tx.put('pieces', row))
    await run(async tx => same(await tx.get('pieces', id(1)), row))
  },

  'a transaction sees what it put, in get, listBy and listRange': run =>
    run(async tx => {
      await tx.put('pieces', piece(1))
      await tx.put('pieces', piece(1, { size: 7 }))
      same(await tx.get('pieces', id(1)), piece(1, { size: 7 }))
      same(await tx.listBy('pieces', 'shelf', 'a'), [piece(1, { size: 7 })])
      same(await tx.listRange('pieces', 'shelf_size', ['a', 7], ['a', 8]), [piece(1, { size: 7 })])
      same(await tx.listRange('pieces', 'shelf_size', ['a', 1], ['a', 2]), [])
    }),

  'what a failed transaction put is gone': async run => {
    await run(tx => tx.put('pieces', piece(1)))
    const failed = await run(async tx => {
      await tx.put('pieces', piece(1, { note: 'lost' }))
      await tx.put('pieces', piece(2))
      throw new Error('on purpose')
    }).then(() => null, (error: unknown) => error)
    same(failed instanceof Error && failed.message, 'on purpose')
    await run(async tx => {
      same(await tx.get('pieces', id(1)), piece(1))
      same(await tx.get('pieces', id(2)), undefined)
    })
  },

  'listBy gives all of a value in the order of their ids, and never null': async run => {
    await run(async tx => {
      for (const n of [3, 1, 2]) await tx.put('pieces', piece(n))
      await tx.put('pieces', piece(4, { shelf: 'b' }))
      await tx.put('pieces', piece(5, { shelf: null }))
    })
    await run(async tx => {
      same((await tx.listBy('pieces', 'shelf', 'a')).map(row => row.id), [id(1), id(2), id(3)])
      same(await tx.listBy('pieces', 'shelf', 'c'), [])
    })
  },

  'listRange is half-open, in the order of its key, equal keys by id': async run => {
    await run(async tx => {
      for (const [n, size] of [[1, 30], [2, 20], [4, 10], [3, 10], [5, 40]] as const) await tx.put('pieces', piece(n, { size }))
      await tx.put('pieces', piece(6, { shelf: 'b', size: 20 }))
      await tx.put('pieces', piece(7, { shelf: null, size: 20 }))
    })
    await run(async tx => {
      same((await tx.listRange('pieces', 'shelf_size', ['a', 10], ['a', 30])).map(row => row.id), [id(3), id(4), id(2)])
      same((await tx.listRange('pieces', 'shelf_size', ['a', 0], ['a', Number.MAX_SAFE_INTEGER])).map(row => row.id), [id(3), id(4), id(2), id(1), id(5)])
    })
  },

  'a row that moves in an index leaves its old place': async run => {
    await run(tx => tx.put('pieces', piece(1)))
    await run(tx => tx.put('pieces', piece(1, { shelf: 'b', size: 9 })))
    await run(async tx => {
      same(await tx.listBy('pieces', 'shelf', 'a'), [])
      same(await tx.listRange('pieces', 'shelf_size', ['b', 9], ['b', 10]), [piece(1, { shelf: 'b', size: 9 })])
    })
  },

  'an index that is not declared is refused': run =>
    run(async tx => {
      const asked = await tx.listBy('pieces', 'note', 'x').then(() => 'answered', () => 'refused')
      same(asked, 'refused')
    }).catch(() => undefined),
}

/** Equal in JSON with sorted members: what a row is to sync. */
const same = (found: unknown, expected: unknown): void => {
  const [a, b] = [found, expected].map(value => JSON.stringify(value, sorted))
  if (a !== b) throw new Error(`found ${a}, expected ${b}`)
}
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
