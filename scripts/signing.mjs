/** Where a packager looks for a certificate, and for the name under which Apple notarises. */
const names = /^(WIN_)?CSC_|^APPLE_/

/** What an empty secret of a build server leaves is not a certificate. */
export const withoutEmptySecrets = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || !names.test(name)))

/**
 * What the packager is told about signing. A Mac runs nothing without any signature, so without a certificate the app
 * signs for itself; the hardened runtime would then refuse the engine's own libraries, which have no name in common.
 */
export function signingWords(platform, env) {
  const hasCertificate = Boolean(env.CSC_LINK || env.CSC_NAME)
  if (platform !== 'darwin' || hasCertificate) return []
  return ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false']
}
