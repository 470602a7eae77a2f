import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * @source OWASP ASVS 5.0: 3.4.1 HSTS, 3.4.3 CSP, 3.4.4 nosniff, 3.4.5 referrer, 3.4.6 framing.
 */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self' blob:`,
  `manifest-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `object-src 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types vue dompurify default`,
]

/** @param framedBy origins whose pages may show this one in a frame; none: nobody's. */
export const pagePolicy = (framedBy: readonly string[] = []): string =>
  [...POLICY, `frame-ancestors ${framedBy.join(' ') || `'none'`}`].join('; ')

export const CSP = pagePolicy()

/** On every answer, whatever its status; what a route set itself stays. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => setSecurityHeaders(reply))
}

/** For answers that are given before any hook runs. */
export function setSecurityHeaders(reply: FastifyReply): void {
  const set = (name: string, value: string) => reply.hasHeader(name) || reply.header(name, value)
  set('content-security-policy', CSP)
  set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  set('x-content-type-options', 'nosniff')
  set('referrer-policy', 'no-referrer')
  set('cross-origin-opener-policy', 'same-origin')
  set('cross-origin-resource-policy', 'same-origin')
  set('permissions-policy', 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)')
  set('cache-control', 'no-store')
}
