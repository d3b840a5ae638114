// Switches burnt into the packed binary: what an attacker with the files in hand may not turn on.
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** Cookie encryption stays off: there are no cookies, and it would ask for the keyring at each start. */
const wanted = platform => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Linux has no such check.
  ...(platform === 'linux' ? {} : { [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true }),
})

/** Sets the fuses that this Electron has and reads them back; throws when one did not take. Answers with `name: on|off` lines. */
export const setFuses = async (binary, platform) => {
  const before = await getCurrentFuseWire(binary)
  const known = Object.entries(wanted(platform)).filter(([fuse]) => fuse in before && before[fuse] !== FuseState.REMOVED)
  await flipFuses(binary, { version: FuseVersion.V1, resetAdHocDarwinSignature: platform === 'darwin', ...Object.fromEntries(known) })
  const after = await getCurrentFuseWire(binary)
  return known.map(([fuse, on]) => {
    if (after[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE)) throw new Error(`fuse ${FuseV1Options[fuse]} did not take`)
    return `${FuseV1Options[fuse]}: ${on ? 'on' : 'off'}`
  })
}
