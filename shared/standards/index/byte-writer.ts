/** A growing run of bytes. */
export type ByteWriter = {
  readonly length: number
  byte(value: number): void
  /** Seven bits a byte, lowest first, the high bit says that more follow; 0 to 2^32 - 1. */
  varint(value: number): void
  put(bytes: Uint8Array): void
  align(to: number): void
  bytes(): Uint8Array
}

export const byteWriter = (): ByteWriter => {
  let all = new Uint8Array(1 << 16)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= all.length) return
    const wider = new Uint8Array(Math.max(all.length * 2, length + more))
    wider.set(all.subarray(0, length))
    all = wider
  }
  return {
    get length() {
      return length
    },
    byte: value => {
      room(1)
      all[length++] = value
    },
    varint: value => {
      room(5)
      while (value > 127) {
        all[length++] = (value & 127) | 128
        value >>>= 7
      }
      all[length++] = value
    },
    put: bytes => {
      room(bytes.length)
      all.set(bytes, length)
      length += bytes.length
    },
    align: to => {
      const end = Math.ceil(length / to) * to
      room(end - length)
      length = end
    },
    bytes: () => all.subarray(0, length),
  }
}
