import { cacheExchange, Client, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { hashOf } from './document.ts'
import { isEmbedded } from './embedded.ts'

/**
 * Reads go as GET with the document's hash, so that anyone between us and the server may cache them.
 * What must never stand in an address asks with `privately`.
 */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    persistedExchange({
      preferGetForPersistedQueries: 'within-url-limit',
      enforcePersistedQueries: false,
      enableForMutation: true,
      generateHash: (_text, document) => Promise.resolve(hashOf(document)),
    }),
    fetchExchange,
  ],
  fetchOptions: {
    credentials: isEmbedded ? 'omit' : 'same-origin',
    // Tells the server that a script of ours asks, not a form of somebody else's page.
    headers: { 'apollo-require-preflight': '1' },
  },
})

/**
 * Context of a question whose answer is personal or whose variables are secret: POST, never cached.
 *
 * The mark keeps the persisted exchange away, which would turn the question into a GET.
 */
export const privately = {
  requestPolicy: 'network-only',
  preferGetMethod: false,
  persistAttempt: true,
} as const
