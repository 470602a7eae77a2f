import type { FastifyRequest } from 'fastify'

/** Whether the browser has it already. Weak comparison, as `If-None-Match` asks (RFC 9110 § 13.1.2). */
export function ifNoneMatch(request: FastifyRequest, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (!header) return false
  return header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
}
