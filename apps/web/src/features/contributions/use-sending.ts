import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { tell } from '../../api/ask.ts'
import {
  SubmitContributionDocument,
  type SubmitContributionInput,
  type SubmitContributionMutation,
} from '../../gql/graphql.ts'
import { newId } from '@mitsprache/terms'
import type { Draft } from './draft.ts'

type Answer = SubmitContributionMutation['submitContribution']
type Given = Extract<Answer, { __typename: 'SubmissionReceipt' }>
export type SendRefusal = Exclude<Answer, Given>

export type SendState =
  | { kind: 'resting' }
  | { kind: 'sending' }
  /** No answer came: it may have arrived or not. What was sent is repeated word for word until one comes. */
  | { kind: 'unconfirmed' }
  | { kind: 'refused'; refusal: SendRefusal }
  | { kind: 'broken'; id: string | null }

const AGAIN_AFTER_MS = 15_000

/** Hands a draft in exactly once, however often the connection fails on the way. */
export function useSending(
  draft: Ref<Draft | null>,
  save: () => Promise<void>,
  done: (receipt: Given, sent: SubmitContributionInput) => Promise<void>,
) {
  const state = ref<SendState>({ kind: draft.value?.pending ? 'unconfirmed' : 'resting' })
  let timer: number | undefined

  async function attempt() {
    const pending = draft.value?.pending
    if (!pending || state.value.kind === 'sending') return
    window.clearTimeout(timer)
    state.value = { kind: 'sending' }
    const { data, fault } = await tell(SubmitContributionDocument, { input: pending })
    if (data?.submitContribution.__typename === 'SubmissionReceipt')
      return done(data.submitContribution, pending)
    if (data) settle({ kind: 'refused', refusal: data.submitContribution })
    else if (fault?.kind === 'broken') settle({ kind: 'broken', id: fault.id })
    else {
      state.value = { kind: 'unconfirmed' }
      timer = window.setTimeout(() => void attempt(), AGAIN_AFTER_MS)
    }
  }

  /** The server said a definite word: the draft can be changed again. */
  function settle(next: SendState) {
    if (draft.value) draft.value.pending = null
    state.value = next
    void save()
  }

  /** Saves what is sent before sending it, so that a crash in between is repaired by the next visit. */
  async function send(input: SubmitContributionInput) {
    if (!draft.value || state.value.kind === 'sending') return
    draft.value.pending ??= input
    await save()
    await attempt()
  }

  /** After an earlier version arrived under this key: this one becomes a contribution of its own. */
  async function sendAsNew(input: SubmitContributionInput) {
    if (!draft.value) return
    draft.value.idempotencyKey = newId()
    await send({ ...input, idempotencyKey: draft.value.idempotencyKey })
  }

  const online = () => state.value.kind === 'unconfirmed' && void attempt()
  onMounted(() => {
    window.addEventListener('online', online)
    if (draft.value?.pending) void attempt()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('online', online)
    window.clearTimeout(timer)
  })
  return { state, send, sendAsNew, again: attempt }
}
