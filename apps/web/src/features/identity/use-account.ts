import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask, type Outcome } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import { AccountDocument, type AccountQuery, type ProofKind } from '../../gql/graphql.ts'

export type Account = AccountQuery['account']
type Answer = { __typename?: string }

/** One's own account, and how it is changed: the server may first want to see once more who one is. */
export function useAccount(tenant: () => string) {
  const { t } = useI18n()
  const account = shallowRef<Account | null>(null)
  const fault = ref<Fault | null>(null)
  /** What was done, for everybody to hear; what was not, beside it. */
  const said = ref('')
  const problem = ref('')
  const proving = ref(false)
  let proven: (yes: boolean) => void = () => {}

  /** The second factor itself is asked for; where there is none, the password. */
  const factorOnly = ref(false)

  const kinds = computed<ProofKind[]>(() => {
    const has = account.value
    if (!has) return []
    const hasFactor = has.passkeys.length > 0 || has.authenticatorApp !== null
    return [
      ...(has.passkeys.length ? (['passkey'] as const) : []),
      ...(has.authenticatorApp ? (['authenticatorApp'] as const) : []),
      ...(has.hasPassword && !(factorOnly.value && hasFactor) ? (['password'] as const) : []),
      ...(has.recoveryCodesLeft ? (['recoveryCode'] as const) : []),
    ]
  })

  async function load() {
    const outcome = await ask(AccountDocument, { tenant: tenant() }, privately)
    fault.value = outcome.fault
    if (outcome.data) account.value = outcome.data.account
  }

  /** Opens the dialog; true when somebody has shown who they are. */
  function prove(): Promise<boolean> {
    proving.value = true
    return new Promise((resolve) => (proven = resolve))
  }
  function endProving(yes: boolean) {
    proving.value = false
    proven(yes)
    proven = () => {}
  }

  /**
   * Sends a change, after asking who one is where the server wants to know.
   *
   * @param done what is said when it is through.
   * @param byFactor the password does not stand in for the second factor.
   * @returns the answer, also when it is a refusal that only its caller has words for; else null.
   */
  async function act<Name extends string, A extends Answer>(
    send: () => Promise<Outcome<Record<Name, A>>>,
    done = '',
    byFactor = false,
  ): Promise<A | null> {
    factorOnly.value = byFactor
    said.value = problem.value = ''
    const { data, fault: failed } = await send()
    if (!data) {
      problem.value = t(failed?.kind === 'offline' ? 'identity.offline' : 'identity.actFailed')
      return null
    }
    const answer = Object.values<A | string>(data).find((each): each is A => typeof each === 'object')!
    if (answer.__typename === 'StepUpNeeded') return (await prove()) ? act(send, done, byFactor) : null
    if (answer.__typename === 'LastFactor') problem.value = t('identity.lastFactor')
    else if (answer.__typename === 'SampleAccount') problem.value = t('identity.sampleAccount')
    else if (answer.__typename === 'Done') said.value = done
    if (answer.__typename !== 'InputRefused') await load()
    return answer
  }

  /** Says what was done elsewhere, by a form with an act of its own. */
  function tellDone(done: string) {
    problem.value = ''
    said.value = done
    return load()
  }

  return { tellDone, account, fault, said, problem, proving, kinds, load, prove, endProving, act }
}
export type AccountDesk = ReturnType<typeof useAccount>
