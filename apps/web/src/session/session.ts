import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask, tell } from '../api/ask.ts'
import { privately } from '../api/client.ts'
import type { Fault } from '../api/outcome.ts'
import {
  SignInAsSampleDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
  type Role,
  type ViewerQuery,
} from '../gql/graphql.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type SignInProblem =
  { kind: 'refused' } | { kind: 'wait'; seconds: number } | { kind: 'fault'; fault: Fault }

type SignInAnswer =
  | { __typename: 'SignedIn'; viewer: Viewer }
  | { __typename: 'SignInRefused'; code: string }
  | { __typename: 'TooManyAttempts'; retryAfterSeconds: number }

/** Who is here. The session itself is a cookie no script can read; this only remembers its face. */
export const useSession = defineStore('session', () => {
  const viewer = ref<Viewer | null>(null)
  const asked = ref<string | null>(null)

  /** Asks once per tenant; residents' pages never ask. */
  async function recall(tenant: string) {
    if (asked.value === tenant) return viewer.value
    const { data } = await ask(ViewerDocument, { tenant }, privately)
    viewer.value = data?.viewer ?? null
    if (data) asked.value = tenant
    return viewer.value
  }

  function settle(answer: SignInAnswer): SignInProblem | null {
    if (answer.__typename === 'SignInRefused') return { kind: 'refused' }
    if (answer.__typename === 'TooManyAttempts') return { kind: 'wait', seconds: answer.retryAfterSeconds }
    viewer.value = answer.viewer
    asked.value = answer.viewer.tenantSlug
    return null
  }

  async function signIn(tenant: string, email: string, password: string) {
    const { data, fault } = await tell(SignInDocument, { tenant, email, password })
    return data ? settle(data.signIn) : ({ kind: 'fault', fault } as SignInProblem)
  }

  async function signInAsSample(tenant: string, role: Role) {
    const { data, fault } = await tell(SignInAsSampleDocument, { tenant, role })
    return data ? settle(data.signInAsSample) : ({ kind: 'fault', fault } as SignInProblem)
  }

  async function signOut() {
    const { fault } = await tell(SignOutDocument, {})
    if (!fault) viewer.value = null
    return fault
  }

  return { viewer, recall, signIn, signInAsSample, signOut }
})
