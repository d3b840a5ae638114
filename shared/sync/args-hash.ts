import { sha256 } from '#shared/crypto/digest.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'

/** SHA-256 over the arguments' canonical JSON, hex: by it the hub knows a command that comes again. */
export const argsHash = (args: unknown): Promise<string> => sha256(new TextEncoder().encode(canonicalJson(args)))
