import type { FastifyRequest } from 'fastify'

/** Which listed operation is asked for, with what. */
export type Asked = { hash: string; name: string | null; variables: Record<string, unknown> }

/** Headers that a form of somebody else's page cannot send: as Apollo asks for them. */
const NOT_BY_A_FORM = ['apollo-require-preflight', 'x-apollo-operation-name']

/** A question in the address, from a script and not from a form. */
export const isByAddress = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers['content-type'] === undefined && NOT_BY_A_FORM.some((name) => headers[name])

/**
 * Reads a request that asks for a listed operation by its hash, in the plain form in which our own client sends
 * it. What is unusual in any way is not read here: Apollo answers it, or says what is wrong with it.
 */
export function readListed(request: FastifyRequest): Asked | null {
  if (request.method === 'POST') return askedBy(request.body)
  if (!isByAddress(request)) return null
  const { query, operationName, variables, extensions } = request.query as Record<string, unknown>
  try {
    return askedBy({
      query,
      operationName,
      variables: parsed(variables),
      extensions: parsed(extensions),
    })
  } catch {
    return null
  }
}

const parsed = (text: unknown): unknown => (text === undefined ? undefined : JSON.parse(text as string))

function askedBy(body: unknown): Asked | null {
  if (!isRecord(body) || (body.query !== undefined && body.query !== null)) return null
  const persisted = isRecord(body.extensions) ? body.extensions.persistedQuery : null
  if (!isRecord(persisted) || persisted.version !== 1 || typeof persisted.sha256Hash !== 'string') return null
  const name = body.operationName ?? null
  const variables = body.variables ?? {}
  if ((name !== null && typeof name !== 'string') || !isRecord(variables)) return null
  return { hash: persisted.sha256Hash, name, variables }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
