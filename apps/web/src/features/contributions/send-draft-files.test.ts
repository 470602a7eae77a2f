import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newDraft } from './draft.ts'
import type { DraftFile } from './draft-file.ts'
import { sendDraftFiles } from './send-draft-files.ts'

const tell = vi.hoisted(() => vi.fn())
vi.mock('../../api/ask.ts', () => ({ tell }))
const contents = vi.hoisted(() => new Map<string, Blob>())
vi.mock('./draft-files.ts', () => ({
  contentOf: ({ id }: { id: string }) => Promise.resolve(contents.get(id) ?? null),
}))

const MB = 1024 * 1024
const NEVER = '2999-01-01T00:00:00Z'
type Line = (method: string, url: string, range: string | null) => Response | null
let line: Line
const requests: string[] = []

const answer = (status: number, headers: Record<string, string> = {}, body: object = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers })
const offsetAt = (offset: number) => ({ 'Upload-Offset': String(offset) })

/** A server that keeps what arrives, as the real one does. */
function honest(sizes: Record<string, number>): Line {
  const has: Record<string, number> = {}
  return (method, url, range) => {
    const offset = has[url] ?? 0
    if (method === 'HEAD') return answer(200, offsetAt(offset))
    const [first = 0, last = 0] = /(\d+)-(\d+)/.exec(range!)!.slice(1).map(Number)
    if (first !== offset) return answer(409, offsetAt(offset))
    has[url] = last + 1
    return has[url] === sizes[url] ? answer(200) : answer(204, offsetAt(last + 1))
  }
}

function draftWith(...sizes: number[]) {
  const draft = newDraft('p', 'r')
  draft.files = sizes.map((sizeBytes, i): DraftFile => {
    contents.set(`f${i}`, new Blob([new Uint8Array(sizeBytes)]))
    const known = { id: `f${i}`, name: `f${i}.jpg`, type: 'image/jpeg', sizeBytes, alt: '' }
    return { ...known, ticket: null, sent: false, problem: null }
  })
  return draft
}
const saved = vi.fn(() => Promise.resolve())

beforeEach(() => {
  contents.clear()
  requests.length = 0
  saved.mockClear()
  let n = 0
  tell.mockReset().mockImplementation(() => {
    const id = String(n++)
    const ticket = { __typename: 'UploadTicket', id, url: `/uploads/${id}`, secret: 's', expiresAt: NEVER }
    return Promise.resolve({ data: { beginContributionUpload: ticket }, fault: null })
  })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const range = (init.headers as Record<string, string>)['Content-Range'] ?? null
    requests.push(`${init.method} ${url} ${range ?? ''}`.trim())
    const said = line(init.method!, url, range)
    return said ? Promise.resolve(said) : Promise.reject(new TypeError('away'))
  })
})

describe('files of a draft', () => {
  it('go one after another in parts, with every ticket saved, and it is told how far they are', async () => {
    const draft = draftWith(2 * MB + 5, 10)
    line = honest({ '/uploads/0': 2 * MB + 5, '/uploads/1': 10 })
    const told: number[] = []
    expect(await sendDraftFiles(draft, saved, (bytes) => told.push(bytes))).toEqual({ kind: 'done' })
    expect(draft.files.map(({ sent, ticket }) => [sent, ticket!.id])).toEqual([
      [true, '0'],
      [true, '1'],
    ])
    expect(told.at(-1)).toBe(2 * MB + 15)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(saved).toHaveBeenCalledTimes(4)
  })

  it('go on where the line broke, with the same ticket, also after a reload', async () => {
    const draft = draftWith(2 * MB)
    const server = honest({ '/uploads/0': 2 * MB })
    let parts = 0
    line = (method, url, range) => (method === 'PUT' && parts++ === 1 ? null : server(method, url, range))
    expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'away' })
    const reloaded = JSON.parse(JSON.stringify(draft)) as typeof draft
    requests.length = 0
    expect(await sendDraftFiles(reloaded, saved, () => {})).toEqual({ kind: 'done' })
    expect(tell).toHaveBeenCalledOnce()
    expect(requests).toEqual(['HEAD /uploads/0', `PUT /uploads/0 bytes ${MB}-${2 * MB - 1}/${2 * MB}`])
  })

  it('are not sent again when they are there', async () => {
    const draft = draftWith(10)
    line = honest({ '/uploads/0': 10 })
    await sendDraftFiles(draft, saved, () => {})
    requests.length = 0
    expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'done' })
    expect(requests).toEqual([])
  })

  it('say which one is refused and why, and the others are still sent', async () => {
    const draft = draftWith(10, 20)
    const facts = [{ name: 'kind', value: 'archive' }]
    const server = honest({ '/uploads/1': 20 })
    line = (method, url, range) =>
      url === '/uploads/0' && method === 'PUT'
        ? answer(422, {}, { code: 'NotAPictureOrPdf', facts })
        : server(method, url, range)
    expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'refused' })
    expect(draft.files.map(({ problem, sent }) => [problem, sent])).toEqual([
      ['kind_archive', false],
      [null, true],
    ])
  })

  it('get a new ticket when the old one is worth nothing any more', async () => {
    const draft = draftWith(10)
    const server = honest({ '/uploads/1': 10 })
    line = (method, url, range) => (url === '/uploads/0' ? answer(404) : server(method, url, range))
    expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'done' })
    expect(draft.files[0]!.ticket!.id).toBe('1')
  })

  it('wait while the server is busy, full or without its virus scanner', async () => {
    for (const status of [409, 429, 503, 507]) {
      const draft = draftWith(10)
      line = (method) => (method === 'HEAD' ? answer(200, offsetAt(0)) : answer(status))
      expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'away' })
      expect(draft.files[0]!.problem).toBeNull()
    }
  })

  it('are missed in words when the device lost them', async () => {
    const draft = draftWith(10)
    contents.clear()
    expect(await sendDraftFiles(draft, saved, () => {})).toEqual({ kind: 'refused' })
    expect(draft.files[0]!.problem).toBe('lost')
  })
})
