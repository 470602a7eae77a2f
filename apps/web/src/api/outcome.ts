import type { CombinedError } from '@urql/core'

/** Why an answer did not come. Refusals are not among them: they are part of the answer. */
export type Fault =
  /** The request did not get through, or its answer did not get back. */
  | { kind: 'offline' }
  /** The server saw too much of us. */
  | { kind: 'tooMany' }
  /** This viewer may not, or it does not exist; nobody can tell which. */
  | { kind: 'denied' }
  /** The server's mistake, with the id under which it was logged. */
  | { kind: 'broken'; id: string | null }

/** Sorts what urql reports into what a page can say. */
export function faultOf(error: CombinedError): Fault {
  const status = (error.response as Response | undefined)?.status
  if (status === 429) return { kind: 'tooMany' }
  const [first] = error.graphQLErrors
  if (!first) {
    // A proxy's 502 or 503 has no body of ours: the connection is what is missing.
    return { kind: 'offline' }
  }
  const { code, requestId } = first.extensions
  // The server is up but its database is not, or not yet: the same remedy as for a lost connection.
  if (code === 'UNAVAILABLE') return { kind: 'offline' }
  if (code === 'FORBIDDEN' || code === 'NOT_SIGNED_IN' || code === 'NOT_FOUND') return { kind: 'denied' }
  return { kind: 'broken', id: typeof requestId === 'string' ? requestId : null }
}

export const faultId = (fault: Fault | null | undefined) => (fault?.kind === 'broken' ? fault.id : null)
