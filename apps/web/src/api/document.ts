import { createRequest, type AnyVariables, type TypedDocumentNode } from '@urql/core'
import type { TypedDocumentString } from '../gql/graphql.ts'

const documents = new WeakMap<object, object>()
// urql's cache sends a copy of the document, under the same key.
const hashes = new Map<number, string>()

const keyOf = (document: object) => (document as { __key?: number }).__key ?? -1

/** A generated document as urql wants it, remembering the hash the server knows it by. */
export function documentOf<Data, Variables extends AnyVariables>(
  generated: TypedDocumentString<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  const known = documents.get(generated)
  if (known) return known as TypedDocumentNode<Data, Variables>
  const { query } = createRequest<Data, Variables>(generated.toString(), {} as Variables)
  documents.set(generated, query)
  const { hash } = (generated.__meta__ ?? {}) as { hash?: string }
  if (hash) hashes.set(keyOf(query), hash)
  return query
}

/** The hash of a document that came through `documentOf`. */
export const hashOf = (document: object): string => hashes.get(keyOf(document)) ?? ''
