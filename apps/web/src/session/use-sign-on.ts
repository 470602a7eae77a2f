import { onMounted, ref, shallowRef } from 'vue'
import { ask, tell } from '../api/ask.ts'
import { privately } from '../api/client.ts'
import {
  BeginSignOnDocument,
  ResidentDocument,
  SignOnServicesDocument,
  type ResidentQuery,
  type SignOnFor,
  type SignOnProblem,
  type SignOnServicesQuery,
  type TrustLevel,
} from '../gql/graphql.ts'
import { useLanguage } from '../ui/language.ts'

export type Service = SignOnServicesQuery['signOnServices'][number]
export type SignedInResident = NonNullable<ResidentQuery['resident']>

/** What this tab left for, so that it comes back to the same place; only a way within this site. */
const UNDER_WAY = 'sign-on'

/** The sign-in services of a tenant, and the way to one of them. */
export function useSignOn(tenant: () => string, who: SignOnFor) {
  const { language } = useLanguage()
  const services = shallowRef<Service[]>([])
  const problem = ref<SignOnProblem | 'offline' | null>(null)
  const busy = ref(false)
  onMounted(async () => {
    const { data } = await ask(SignOnServicesDocument, { tenant: tenant(), for: who }, privately)
    services.value = data?.signOnServices ?? []
  })

  /** Leaves this page for the service. */
  async function go(providerId: string, then: string, level: TrustLevel = 'none') {
    if (busy.value) return
    busy.value = true
    problem.value = null
    const { data } = await tell(BeginSignOnDocument, {
      tenant: tenant(),
      providerId,
      for: who,
      language: language.value,
      level,
    })
    const answer = data?.beginSignOn
    if (answer?.__typename === 'SignOnBegun') {
      try {
        window.sessionStorage.setItem(UNDER_WAY, then)
      } catch {
        // Without storage the way leads to the first page afterwards.
      }
      window.location.assign(answer.address)
      return
    }
    busy.value = false
    problem.value = answer ? answer.problem : 'offline'
  }
  return { services, problem, busy, go }
}

/** Where to go on after the service; forgotten with the asking. */
export function wayBack(): string | null {
  try {
    const then = window.sessionStorage.getItem(UNDER_WAY)
    window.sessionStorage.removeItem(UNDER_WAY)
    return then
  } catch {
    return null
  }
}

/** A way of this tenant's pages, or the other one: nobody is sent elsewhere by a link. */
export const ownWay = (tenant: string, wanted: unknown, otherwise: string): string =>
  typeof wanted === 'string' && wanted.startsWith(`/t/${tenant}/`) && !/\.\.|\\/.test(wanted)
    ? wanted
    : otherwise

/** The resident who is signed in, asked anew by each page that wants to know. */
export function useResident(tenant: () => string) {
  const resident = shallowRef<SignedInResident | null>(null)
  const asked = ref(false)
  async function recall() {
    const { data } = await ask(ResidentDocument, { tenant: tenant() }, privately)
    resident.value = data?.resident ?? null
    asked.value = true
  }
  onMounted(recall)
  return { resident, asked, recall }
}
