import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a port of this machine that can be pulled out and plugged in again. */
export type Cable = {
  address: string
  pull(): void
  /** Pulled by itself once so many more bytes have come through it, after a moment of silence in which the near side can read them. */
  pullAfter(bytes: number): void
  plug(): void
  /** Bytes that have come so far. */
  came(): number
  end(): Promise<void>
}

const SILENT_MS = 1500

export const layCable = async (to: string): Promise<Cable> => {
  const port = Number(new URL(`https://${to}`).port)
  const open = new Set<Socket>()
  let plugged = true
  let came = 0
  let pullAt = Infinity
  const pull = (): void => {
    plugged = false
    drop()
  }
  const server = createServer(near => {
    if (!plugged) return void near.destroy()
    const far = connect({ host: '127.0.0.1', port })
    for (const [one, two] of [[near, far], [far, near]] as const) {
      open.add(one)
      one.on('error', () => two.destroy()).on('close', () => {
        open.delete(one)
        two.destroy()
      })
      one.pipe(two)
    }
    far.on('data', (bytes: Buffer) => {
      came += bytes.length
      if (came < pullAt) return
      pullAt = Infinity
      far.unpipe(near)
      setTimeout(pull, SILENT_MS)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const drop = (): void => open.forEach(socket => socket.destroy())
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull,
    pullAfter: bytes => void (pullAt = came + bytes),
    came: () => came,
    plug: () => void (plugged = true),
    end: () => {
      drop()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
