import { createRequest, type AnyVariables, type OperationContext } from '@urql/core'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { client } from './client.ts'
import { documentOf, hashOf } from './document.ts'
import { faultOf, type Fault } from './outcome.ts'

export type Outcome<Data> = { data: Data; fault: null } | { data: null; fault: Fault }

/** Asks once. Never throws: what went wrong is in the outcome. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  context?: Partial<OperationContext>,
): Promise<Outcome<Data>> {
  const node = documentOf(document)
  // The exchange that adds the hash would also make a GET of it; a private question brings its own.
  const extensions = context?.persistAttempt
    ? { persistedQuery: { version: 1, sha256Hash: hashOf(node) } }
    : {}
  const request = createRequest(node, variables, extensions as never)
  const { data, error } = await client.executeQuery<Data, Variables>(request, context).toPromise()
  if (data) return { data, fault: null }
  return { data: null, fault: error ? faultOf(error) : { kind: 'broken', id: null } }
}

/** Sends a mutation once. Never throws, never repeats by itself. */
export async function tell<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const { data, error } = await client.mutation(documentOf(document), variables).toPromise()
  if (data) return { data, fault: null }
  return { data: null, fault: error ? faultOf(error) : { kind: 'broken', id: null } }
}
