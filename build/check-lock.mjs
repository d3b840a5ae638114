// A lock file names packages, versions and checksums; the registry is the person's own choice.
import { readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'

/** Lines of package-lock.json that name a host (`resolved` addresses); should be empty. */
export const hostsInLock = (text = readFileSync(inRoot('package-lock.json'), 'utf8')) => text.split('\n').filter(line => /"resolved":/.test(line))
