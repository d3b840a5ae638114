import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What went wrong with a file, in words; null = the error isn't about one. */
export const fileFault = (error: unknown): string | null => {
  if (!(error instanceof Error) || !('code' in error)) return null
  const { code, path = 'the file', dest } = error as NodeJS.ErrnoException & { dest?: string }
  switch (code) {
    case 'ENOENT':
      return `there is no ${path}`
    case 'EACCES':
    case 'EPERM':
      return `no permission for ${path}`
    case 'EISDIR':
      return `${path} is a folder, not a file`
    case 'ENOTDIR':
      return `${path} lies below something that is no folder`
    case 'EEXIST':
      return `${dest ?? path} is there already and is not written over; name another file`
    case 'ENOSPC':
      return 'the disk is full'
    case 'EROFS':
      return `${path} is on a disk that can only be read`
    default:
      return null
  }
}

/** Rejects, as writing would, where no file can be written at `path`; touches nothing. */
export const checkWritable = async (path: string): Promise<void> => {
  const held = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (held?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', path })
  await access(held ? path : dirname(path), constants.W_OK)
}
