// The names that a browser, a worker and Node all have, as far as `shared` uses them. Each runtime's own types stand in its own project.

interface TextDecoder {
  readonly encoding: string
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string
}
declare const TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder }

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
declare const TextEncoder: { new (): TextEncoder }

interface ReadableStreamDefaultReader<R = unknown> {
  read(): Promise<{ done: false; value: R } | { done: true; value?: R | undefined }>
  cancel(reason?: unknown): Promise<void>
  releaseLock(): void
}
interface ReadableStream<R = unknown> {
  getReader(): ReadableStreamDefaultReader<R>
  pipeThrough<T>(transform: { readable: ReadableStream<T>; writable: WritableStream }): ReadableStream<T>
  cancel(reason?: unknown): Promise<void>
}
interface ReadableStreamDefaultController<R = unknown> {
  enqueue(chunk: R): void
  close(): void
  error(reason?: unknown): void
}
declare const ReadableStream: {
  new <R>(source: { pull?(controller: ReadableStreamDefaultController<R>): void | Promise<void>; cancel?(reason?: unknown): void | Promise<void> }): ReadableStream<R>
}
interface WritableStream {
  readonly locked: boolean
}

interface DecompressionStream {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream
}
declare const DecompressionStream: { new (format: 'gzip' | 'deflate' | 'deflate-raw'): DecompressionStream }

interface Blob {
  readonly size: number
  readonly type: string
  slice(start?: number, end?: number): Blob
  stream(): ReadableStream<Uint8Array>
  arrayBuffer(): Promise<ArrayBuffer>
}
declare const Blob: { new (parts?: (string | ArrayBuffer | Uint8Array | Blob)[], options?: { type?: string }): Blob }

interface AbortSignal {
  readonly aborted: boolean
}
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare const AbortController: { new (): AbortController }
declare function structuredClone<T>(value: T): T

declare function btoa(latin1: string): string
declare function atob(base64: string): string
declare const crypto: { readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array | ArrayBuffer): Promise<ArrayBuffer> } }
