import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref, type Ref } from 'vue'
import type { SubmitContributionInput } from '../../gql/graphql.ts'
import { newDraft, type Draft } from './draft.ts'
import { useSending } from './use-sending.ts'

const tell = vi.hoisted(() => vi.fn())
vi.mock('../../api/ask.ts', () => ({ tell }))
const sendFiles = vi.hoisted(() => vi.fn())
vi.mock('./send-draft-files.ts', () => ({ sendDraftFiles: sendFiles }))

const RECEIPT = { __typename: 'SubmissionReceipt', number: 'QST-7K4M-92XD-6', secret: 's' }
const offline = { data: null, fault: { kind: 'offline' } }
const arrived = { data: { submitContribution: RECEIPT }, fault: null }
const refused = {
  data: { submitContribution: { __typename: 'KeyAlreadyUsed', code: 'KeyAlreadyUsed' } },
  fault: null,
}

function begin(draft: Ref<Draft | null>) {
  const done = vi.fn(() => Promise.resolve())
  const saved: (Draft['pending'] | undefined)[] = []
  let sending!: ReturnType<typeof useSending>
  const host = mount(
    defineComponent(() => {
      sending = useSending(
        draft,
        () => {
          saved.push(draft.value?.pending)
          return Promise.resolve()
        },
        done,
      )
      return () => h('div')
    }),
  )
  return { sending, done, saved, host }
}
const input = (text: string) => ({ idempotencyKey: 'k', text }) as SubmitContributionInput
const newRef = () => ref<Draft | null>(newDraft('p', 'r')) as Ref<Draft | null>

beforeEach(() => {
  tell.mockReset()
  sendFiles.mockReset()
  vi.useFakeTimers()
})

describe('sending', () => {
  it('saves what is sent before it is sent', async () => {
    tell.mockResolvedValue(arrived)
    const { sending, saved, done } = begin(newRef())
    await sending.send(input('eins'))
    expect(saved[0]).toEqual(input('eins'))
    expect(done).toHaveBeenCalledWith(RECEIPT, input('eins'))
  })

  it('solves what the server asks, and keeps neither task nor solution in the draft', async () => {
    const needed = { __typename: 'ProofNeeded', challenge: '1.2.c', bits: 1 }
    tell
      .mockResolvedValueOnce({ data: { submitContribution: needed }, fault: null })
      .mockResolvedValue(arrived)
    const { sending, saved, done } = begin(newRef())
    await sending.send(input('eins'))
    const [, second] = tell.mock.calls as [unknown, { input: SubmitContributionInput }][]
    expect(second![1].input).toMatchObject({ text: 'eins', proof: expect.stringMatching(/^1\.2\.c\.\d+$/) })
    expect(done).toHaveBeenCalledWith(RECEIPT, input('eins'))
    expect(JSON.stringify(saved)).not.toContain('proof')
  })

  it('repeats the very same words after a lost answer, not what was typed since', async () => {
    tell.mockResolvedValueOnce(offline).mockResolvedValueOnce(arrived)
    const { sending, done } = begin(newRef())
    await sending.send(input('eins'))
    expect(sending.state.value.kind).toBe('unconfirmed')
    await sending.send(input('zwei'))
    expect(tell.mock.calls.map(([, variables]) => variables.input.text)).toEqual(['eins', 'eins'])
    expect(done).toHaveBeenCalledOnce()
  })

  it('tries again by itself when the connection is back', async () => {
    tell.mockResolvedValueOnce(offline).mockResolvedValueOnce(arrived)
    const { sending, done } = begin(newRef())
    await sending.send(input('eins'))
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(done).toHaveBeenCalledOnce()
  })

  it('takes an unconfirmed sending up again after a crash', async () => {
    tell.mockResolvedValue(arrived)
    const draft = newRef()
    draft.value!.pending = input('eins')
    const { done } = begin(draft)
    await vi.advanceTimersByTimeAsync(0)
    expect(done).toHaveBeenCalledWith(RECEIPT, input('eins'))
  })

  it('lets the text be changed again once the server said a definite word', async () => {
    tell.mockResolvedValue(refused)
    const draft = newRef()
    const { sending } = begin(draft)
    await sending.send(input('eins'))
    expect(sending.state.value.kind).toBe('refused')
    expect(draft.value!.pending).toBeNull()
  })

  it('sends a changed text as a contribution of its own, under a new key', async () => {
    tell.mockResolvedValueOnce(refused).mockResolvedValueOnce(arrived)
    const { sending } = begin(newRef())
    await sending.send(input('eins'))
    await sending.sendAsNew(input('zwei'))
    const keys = tell.mock.calls.map(([, variables]) => variables.input.idempotencyKey)
    expect(keys[0]).not.toBe(keys[1])
  })

  describe('with files', () => {
    const withFile = () => {
      const draft = newRef()
      const ticket = { id: 'u1', url: '', secret: '', expiresAt: '' }
      const known = { id: 'f', name: 'a.jpg', type: 'image/jpeg', sizeBytes: 9, alt: ' Die Einfahrt ' }
      draft.value!.files = [{ ...known, ticket, sent: true, problem: null }]
      return draft
    }

    it('brings them first, then names them; repeated word for word even if they are changed', async () => {
      sendFiles.mockResolvedValue({ kind: 'done' })
      tell.mockResolvedValueOnce(offline).mockResolvedValueOnce(arrived)
      const draft = withFile()
      const { sending, done } = begin(draft)
      await sending.send(input('eins'))
      draft.value!.files[0]!.alt = 'etwas anderes'
      await sending.again()
      const sent = { ...input('eins'), files: [{ uploadId: 'u1', alt: 'Die Einfahrt' }], releaseFiles: false }
      expect(tell.mock.calls.map(([, variables]) => variables.input)).toEqual([sent, sent])
      expect(sendFiles).toHaveBeenCalledOnce()
      expect(done).toHaveBeenCalledWith(RECEIPT, sent)
    })

    it('sends no text without them while the line is away, and both when it is back', async () => {
      sendFiles.mockResolvedValueOnce({ kind: 'away' }).mockResolvedValueOnce({ kind: 'done' })
      tell.mockResolvedValue(arrived)
      const { sending, done } = begin(withFile())
      await sending.send(input('eins'))
      expect([sending.state.value.kind, tell.mock.calls.length]).toEqual(['unconfirmed', 0])
      window.dispatchEvent(new Event('online'))
      await vi.advanceTimersByTimeAsync(0)
      expect(done).toHaveBeenCalledOnce()
    })

    it('gives the draft back when one of them is refused', async () => {
      sendFiles.mockResolvedValue({ kind: 'refused' })
      const draft = withFile()
      const { sending } = begin(draft)
      await sending.send(input('eins'))
      expect(sending.state.value.kind).toBe('fileRefused')
      expect([draft.value!.pending, tell.mock.calls.length]).toEqual([null, 0])
    })

    it('sends them anew when the server knows them no longer', async () => {
      sendFiles.mockResolvedValue({ kind: 'done' })
      const fields = [{ field: 'files.0', problem: 'unknown' }]
      const gone = { submitContribution: { __typename: 'InputRefused', fields } }
      tell.mockResolvedValue({ data: gone, fault: null })
      const draft = withFile()
      await begin(draft).sending.send(input('eins'))
      expect(draft.value!.files[0]).toMatchObject({ ticket: null, sent: false, problem: null })
    })
  })

  it('stops trying when the page is left', async () => {
    tell.mockResolvedValue(offline)
    const { sending, host } = begin(newRef())
    await sending.send(input('eins'))
    host.unmount()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tell).toHaveBeenCalledOnce()
  })
})
