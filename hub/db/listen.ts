// Where the engine listens: never beyond this computer.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type EngineUser, giveTo } from './engine-user.ts'

/** A socket in the data folder, which needs no port; loopback on Windows and where the path is too long for a socket. */
export const listenIn = async (folder: string, user: EngineUser | null): Promise<{ settings: string[]; host: string }> => {
  const sockets = join(folder, 'socket')
  if (process.platform !== 'win32' && Buffer.byteLength(sockets) <= LONGEST_SOCKET) {
    mkdirSync(sockets, { recursive: true, mode: 0o700 })
    giveTo(user, sockets)
    return { settings: ["listen_addresses = ''", 'port = 5432', `unix_socket_directories = '${sockets.replaceAll("'", "''")}'`, 'unix_socket_permissions = 0700'], host: `${encodeURIComponent(sockets)}:5432` }
  }
  const port = await freePort()
  return { settings: ["listen_addresses = '127.0.0.1'", `port = ${port}`, "unix_socket_directories = ''"], host: `127.0.0.1:${port}` }
}

/** Bytes of a socket's path are few (103 on macOS); `/.s.PGSQL.5432.lock` comes behind. */
const LONGEST_SOCKET = 80

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
