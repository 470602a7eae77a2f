import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask, tell, type Outcome } from '../api/ask.ts'
import { privately } from '../api/client.ts'
import type { Fault } from '../api/outcome.ts'
import {
  SignInAsSampleDocument,
  SignInByPasskeyDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
  type FactorKind,
  type Role,
  type ViewerQuery,
} from '../gql/graphql.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type SignInProblem =
  { kind: 'refused' } | { kind: 'wait'; seconds: number } | { kind: 'fault'; fault: Fault }
/** The password was right; a second factor is to be shown, or set up where there is none. */
export type FactorStep = { kind: 'factor'; factors: FactorKind[] }

type SignInAnswer =
  | { __typename: 'SignedIn'; viewer: Viewer }
  | { __typename: 'FactorNeeded'; factors: FactorKind[] }
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

  /** Remembers who was just let in, wherever that happened. */
  function enter(who: Viewer) {
    viewer.value = who
    asked.value = who.tenantSlug
  }

  function settle(answer: SignInAnswer): SignInProblem | FactorStep | null {
    if (answer.__typename === 'SignInRefused') return { kind: 'refused' }
    if (answer.__typename === 'TooManyAttempts') return { kind: 'wait', seconds: answer.retryAfterSeconds }
    if (answer.__typename === 'FactorNeeded') return { kind: 'factor', factors: answer.factors }
    enter(answer.viewer)
    return null
  }

  function settled<Name extends string>(
    name: Name,
    { data, fault }: Outcome<Record<Name, SignInAnswer>>,
  ): SignInProblem | FactorStep | null {
    return data ? settle(data[name]) : { kind: 'fault', fault: fault as Fault }
  }

  const signIn = async (tenant: string, email: string, password: string) =>
    settled('signIn', await tell(SignInDocument, { tenant, email, password }))

  const signInByPasskey = async (tenant: string, answer: string) =>
    settled('signInByPasskey', await tell(SignInByPasskeyDocument, { tenant, answer }))

  /** A sample person needs no second factor. */
  const signInAsSample = async (tenant: string, role: Role) =>
    settled('signInAsSample', await tell(SignInAsSampleDocument, { tenant, role })) as SignInProblem | null

  async function signOut() {
    const { fault } = await tell(SignOutDocument, {})
    if (!fault) viewer.value = null
    return fault
  }

  return { viewer, recall, enter, signIn, signInByPasskey, signInAsSample, signOut }
})
