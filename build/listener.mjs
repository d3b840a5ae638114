import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Who listens on a loopback port, such as `python3 (process 4711)`; null where that can't be told (other systems, other users). */
export const listenerOf = async port => {
  try {
    const inode = socketOf(port)
    for (const pid of inode ? readdirSync('/proc').filter(name => /^\d+$/.test(name)) : []) {
      if (holds(pid, inode)) return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`
    }
  } catch { /* not Linux */ }
  return null
}

const socketOf = port => {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n')) {
      const fields = line.trim().split(/\s+/)
      if (fields[1]?.endsWith(wanted) && fields[3] === '0A') return fields[9]
    }
  }
  return null
}

const holds = (pid, inode) => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(fd => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`)
  } catch {
    return false
  }
}
