import { randomBytes } from 'node:crypto'

export const freshNonce = () => randomBytes(16).toString('base64')

/** What a page or worker of the app may load and run: its own files, styles with the nonce, nothing inline. */
const contentPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'", // React sets style attributes; they cannot run anything
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** On every response: a policy on the page alone leaves its workers without one. */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
})

/** The page's own styles (Mantine writes some at run time) need to know the nonce of their response. */
export function withNonce(html: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" content="${nonce}" />`
  const placeholder = /<meta name="csp-nonce"[^>]*>/
  return placeholder.test(html) ? html.replace(placeholder, meta) : html.replace('<head>', `<head>${meta}`)
}
