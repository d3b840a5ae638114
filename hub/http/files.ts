// Files of a folder: the web build, and the packs of the catalogue.
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import pageHeaders from '#shared/page-headers.json' with { type: 'json' }
import { refuse } from './refuse.ts'

export type FileHeaders = { 'cache-control': string; etag?: string; [name: string]: string | undefined }

/** Sends one file with ETag and single ranges; `null` where there is none. The path comes from the address and never leaves the folder. */
export const sendFile = async (folder: string, path: string, headers: FileHeaders, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const found = await findFile(folder, path)
  if (!found) return refuse(reply, { code: 'not-found' })
  const { file, size, modified } = found
  const etag = headers.etag ?? `"${size.toString(36)}-${Math.round(modified).toString(36)}"`
  reply.headers({ ...headers, etag, 'accept-ranges': 'bytes', 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) return reply.code(304).send()
  const range = request.headers['if-range'] === undefined || request.headers['if-range'] === etag ? rangeOf(request.headers.range, size) : null
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send()
  const [start, end] = range ?? [0, size - 1]
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  reply.header('content-length', end - start + 1)
  if (request.method === 'HEAD' || size === 0) return reply.send()
  return reply.send(createReadStream(file, { start, end }))
}

const TYPES: { readonly [end: string]: string } = pageHeaders.types

/** Links may not lead out of the folder either. */
const findFile = async (folder: string, path: string): Promise<{ file: string; size: number; modified: number } | null> => {
  if (path.includes('\0')) return null
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))])
    if (!file.startsWith(root + sep)) return null
    const found = await stat(file)
    return found.isFile() ? { file, size: found.size, modified: found.mtimeMs } : null
  } catch {
    return null
  }
}

/** `null`: the whole file (no range, several, or one that isn't understood); `none`: nothing of the file lies in it. */
const rangeOf = (header: string | undefined, size: number): [start: number, end: number] | null | 'none' => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null
  return start > end || start >= size ? 'none' : [start, end]
}
