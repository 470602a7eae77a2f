import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { tell } from '../../api/ask.ts'
import {
  SubmitContributionDocument,
  type SubmitContributionInput,
  type SubmitContributionMutation,
} from '../../gql/graphql.ts'
import { newId } from '@mitsprache/terms'
import { withFiles, type Draft } from './draft.ts'
import { sendDraftFiles, type BeginRefusal } from './send-draft-files.ts'
import { solveProof } from './solve-proof.ts'
import { trap } from './trap.ts'

type Answer = SubmitContributionMutation['submitContribution']
type Given = Extract<Answer, { __typename: 'SubmissionReceipt' }>
export type SendRefusal = Exclude<Answer, Given> | BeginRefusal

export type SendState =
  | { kind: 'resting' }
  /** `sentBytes` of the files, which go before the text. */
  | { kind: 'sending'; sentBytes: number }
  /** The server asks for a proof that this is no program; the device works on it. */
  | { kind: 'proving' }
  /** No answer came: it may have arrived or not. What was sent is repeated word for word until one comes. */
  | { kind: 'unconfirmed' }
  | { kind: 'refused'; refusal: SendRefusal }
  /** A file is not taken; which and why, stands beside it. */
  | { kind: 'fileRefused' }
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
    if (!pending || isBusy()) return
    window.clearTimeout(timer)
    state.value = { kind: 'sending', sentBytes: 0 }
    const input = await inputWithFiles(draft.value!, pending)
    if (!input) return
    const { data, fault } = await tellProven(input)
    if (data?.submitContribution.__typename === 'SubmissionReceipt')
      return done(data.submitContribution, input)
    if (data) {
      if (data.submitContribution.__typename === 'InputRefused') sendAgain(data.submitContribution.fields)
      settle({ kind: 'refused', refusal: data.submitContribution })
    } else if (fault?.kind === 'broken') settle({ kind: 'broken', id: fault.id })
    else later()
  }

  /** Sends, and once more with the proof where one is asked for. It stands in no draft: it is of this hour only. */
  async function tellProven(input: SubmitContributionInput) {
    const website = trap.value || undefined
    const first = await tell(SubmitContributionDocument, { input: { ...input, website } })
    const answer = first.data?.submitContribution
    if (answer?.__typename !== 'ProofNeeded') return first
    state.value = { kind: 'proving' }
    const proof = await solveProof(answer.challenge, answer.bits)
    return tell(SubmitContributionDocument, { input: { ...input, website, proof } })
  }

  const isBusy = () => state.value.kind === 'sending' || state.value.kind === 'proving'

  function later() {
    state.value = { kind: 'unconfirmed' }
    timer = window.setTimeout(() => void attempt(), AGAIN_AFTER_MS)
  }

  /** What is sent, with its files there; null when they are not, and the state says why. */
  async function inputWithFiles(
    mine: Draft,
    pending: SubmitContributionInput,
  ): Promise<SubmitContributionInput | null> {
    // Named already: it may have arrived, so it is repeated word for word.
    if (!mine.files.length || pending.files) return pending
    const sent = await sendDraftFiles(
      mine,
      save,
      (sentBytes) => (state.value = { kind: 'sending', sentBytes }),
    )
    switch (sent.kind) {
      case 'done':
        mine.pending = withFiles(pending, mine)
        await save()
        return mine.pending
      case 'away':
        later()
        break
      case 'refused':
        settle({ kind: 'fileRefused' })
        break
      case 'roundRefused':
        settle({ kind: 'refused', refusal: sent.refusal })
        break
      case 'broken':
        settle({ kind: 'broken', id: sent.id })
    }
    return null
  }

  /** Uploads the server does not know any more, because they lay too long, go again with the next sending. */
  function sendAgain(fields: { field: string }[]) {
    for (const { field } of fields) {
      const file = draft.value?.files[Number(/^files\.(\d+)$/.exec(field)?.[1])]
      if (file) Object.assign(file, { ticket: null, sent: false })
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
    if (!draft.value || isBusy()) return
    draft.value.pending ??= input
    await save()
    await attempt()
  }

  /** After an earlier version arrived under this key: this one becomes a contribution of its own. */
  async function sendAsNew(input: SubmitContributionInput) {
    if (!draft.value) return
    draft.value.idempotencyKey = newId()
    // What was sent belongs to the other key.
    for (const file of draft.value.files) Object.assign(file, { ticket: null, sent: false })
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
