import { keyFingerprint } from '#shared/standards/pack/fingerprint.ts'
import type { PackManifest } from '#shared/standards/pack/manifest.ts'

/** What a person compares before taking a pack. */
export const facts = async ({ seq, meta: { date, records }, publisher, key }: PackManifest): Promise<object> => ({ seq, date, records, publisher, key, fingerprint: key && (await keyFingerprint(key)) })
