import type { UploadPurpose } from '@mitsprache/terms'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { tell } from '../../api/ask.ts'
import { BeginUploadDocument } from '../../gql/graphql.ts'
import {
  nextStep,
  partAt,
  stepOfStand,
  tickets,
  type NextStep,
  type PartAnswer,
  type Ticket,
  type UploadRefusal,
} from './upload-steps.ts'

export type UploadState =
  | { kind: 'none' }
  | { kind: 'sending' }
  | { kind: 'checking' }
  | { kind: 'paused' }
  | { kind: 'lineLost' }
  | { kind: 'checked' }
  | {
      kind: 'refused'
      code: UploadRefusal | 'name' | 'planName' | 'empty' | 'tooLarge' | 'tooMany' | 'full' | 'denied'
    }

const NAMES: Record<string, 'name' | 'planName' | 'empty' | 'tooLarge'> = {
  notAPdf: 'name',
  notPlanData: 'planName',
  notAPlanPicture: 'name',
  empty: 'empty',
  tooLarge: 'tooLarge',
}

async function asking(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...init, credentials: 'omit' })
  } catch {
    return null
  }
}
const numberIn = (response: Response, name: string) => {
  const value = response.headers.get(name)
  return value === null ? null : Number(value)
}

/** One file on its way: in parts, stopped and continued at will, and past any broken line. */
export function useUpload(
  tenant: () => string,
  procedureId: () => string,
  purpose: UploadPurpose = 'planDocument',
) {
  /** One file may be sent for two purposes: each has a ticket of its own. */
  const ticketKey = () => (purpose === 'planDocument' ? procedureId() : `${procedureId()}.${purpose}`)
  const file = shallowRef<File | null>(null)
  const state = ref<UploadState>({ kind: 'none' })
  const sentBytes = ref(0)
  const pages = ref<number | null>(null)
  let ticket: Ticket | null = null
  let turn = 0
  let stopping: AbortController | null = null
  let wake: (() => void) | null = null

  async function begin(chosen: File): Promise<Ticket | null> {
    const known = tickets.find(ticketKey(), chosen, Date.now())
    if (known) return known
    const input = { purpose, fileName: chosen.name, sizeBytes: chosen.size }
    const { data, fault } = await tell(BeginUploadDocument, { tenant: tenant(), input })
    const answer = data?.beginUpload
    if (answer?.__typename === 'UploadTicket') {
      tickets.keep(ticketKey(), chosen, answer)
      return answer
    }
    if (answer?.__typename === 'InputRefused')
      state.value = { kind: 'refused', code: NAMES[answer.fields[0]?.problem ?? ''] ?? 'other' }
    else if (answer?.__typename === 'QuotaReached') state.value = { kind: 'refused', code: 'full' }
    else if (answer) state.value = { kind: 'refused', code: 'tooMany' }
    else state.value = fault?.kind === 'denied' ? { kind: 'refused', code: 'denied' } : { kind: 'lineLost' }
    return null
  }

  async function stand(sizeBytes: number, failures: number): Promise<NextStep> {
    const response = await asking(ticket!.url, {
      method: 'HEAD',
      headers: { 'Upload-Secret': ticket!.secret },
    })
    if (!response) return nextStep(null, failures)
    const facts = {
      status: response.status,
      offset: numberIn(response, 'Upload-Offset'),
      state: response.headers.get('Upload-State'),
    }
    return stepOfStand(facts, sizeBytes, failures)
  }

  async function put(chosen: File, offset: number): Promise<PartAnswer | null> {
    const { end, range } = partAt(offset, chosen.size)
    if (end === chosen.size) state.value = { kind: 'checking' }
    stopping = new AbortController()
    const response = await asking(ticket!.url, {
      method: 'PUT',
      headers: {
        'Upload-Secret': ticket!.secret,
        'Content-Type': 'application/octet-stream',
        // The last byte is sent again when all is there: an empty part cannot be written as a range.
        'Content-Range': offset === chosen.size ? partAt(offset - 1, chosen.size).range : range,
      },
      body: chosen.slice(offset === chosen.size ? offset - 1 : offset, end),
      signal: stopping.signal,
    })
    if (!response) return null
    const body = (await response.json().catch(() => null)) as { code?: string; pages?: number } | null
    return {
      status: response.status,
      offset: numberIn(response, 'Upload-Offset'),
      retryAfterS: numberIn(response, 'Retry-After'),
      code: body?.code ?? null,
      pages: body?.pages ?? null,
    }
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, ms)
      wake = () => {
        window.clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    const mine = ++turn
    const chosen = file.value!
    let failures = 0
    state.value = { kind: 'sending' }
    if (!ticket) {
      ticket = await begin(chosen)
      if (mine !== turn || !ticket) return
    }
    let step = await stand(chosen.size, failures)
    while (mine === turn) {
      if (step.kind === 'checked') {
        sentBytes.value = chosen.size
        pages.value = step.pages
        state.value = { kind: 'checked' }
        return
      }
      if (step.kind === 'refused' || step.kind === 'lost') {
        tickets.forget(ticketKey(), chosen)
        ticket = null
        if (step.kind === 'lost') return void run()
        state.value = { kind: 'refused', code: step.code }
        return
      }
      if (step.kind === 'wait') {
        failures += 1
        state.value = { kind: 'lineLost' }
        await pause(step.waitMs)
        if (mine === turn) step = await stand(chosen.size, failures)
        continue
      }
      state.value = { kind: 'sending' }
      sentBytes.value = step.offset
      const answer = await put(chosen, step.offset)
      failures = answer ? 0 : failures + 1
      if (mine === turn) step = nextStep(answer, failures)
    }
  }

  function stop() {
    turn += 1
    stopping?.abort()
    wake?.()
  }
  const online = () => wake?.()
  window.addEventListener('online', online)
  onBeforeUnmount(() => {
    stop()
    window.removeEventListener('online', online)
  })

  return {
    file,
    state,
    pages,
    sentBytes,
    part: computed(() => (file.value?.size ? sentBytes.value / file.value.size : 0)),
    uploadId: () => ticket?.id ?? null,
    choose(chosen: File) {
      stop()
      ticket = null
      file.value = chosen
      sentBytes.value = 0
      void run()
    },
    pauseIt() {
      stop()
      state.value = { kind: 'paused' }
    },
    goOn: () => void run(),
    done() {
      if (file.value) tickets.forget(ticketKey(), file.value)
      stop()
      file.value = null
      ticket = null
      state.value = { kind: 'none' }
    },
  }
}
