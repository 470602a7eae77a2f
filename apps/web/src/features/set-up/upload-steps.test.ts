import { beforeEach, describe, expect, it } from 'vitest'
import { nextStep, PART_BYTES, partAt, patience, stepOfStand, tickets } from './upload-steps.ts'

const answer = (status: number, over = {}) => ({
  status,
  offset: null,
  code: null,
  retryAfterS: null,
  pages: null,
  ...over,
})

describe('an upload', () => {
  it('names each part by first byte, last byte and all', () => {
    const size = PART_BYTES + 10
    expect(partAt(0, size)).toEqual({ end: PART_BYTES, range: `bytes 0-${PART_BYTES - 1}/${size}` })
    expect(partAt(PART_BYTES, size)).toEqual({ end: size, range: `bytes ${PART_BYTES}-${size - 1}/${size}` })
  })
  it('goes on where the server says, not where it thinks it was', () => {
    expect(nextStep(answer(204, { offset: 700 }), 0)).toEqual({ kind: 'send', offset: 700 })
    expect(nextStep(answer(409, { code: 'WrongOffset', offset: 300 }), 0)).toEqual({
      kind: 'send',
      offset: 300,
    })
    expect(stepOfStand({ status: 200, offset: 500, state: 'receiving' }, 1000, 0)).toEqual({
      kind: 'send',
      offset: 500,
    })
  })
  it('waits longer each time the line is away, but never longer than half a minute', () => {
    expect([1, 2, 3, 9].map(patience)).toEqual([1000, 2000, 4000, 30_000])
    expect(nextStep(null, 3)).toEqual({ kind: 'wait', waitMs: 4000 })
    expect(stepOfStand({ status: 502, offset: null, state: null }, 1000, 1)).toEqual({
      kind: 'wait',
      waitMs: 1000,
    })
  })
  it('waits as long as it is told when the server is busy or full', () => {
    expect(nextStep(answer(409, { code: 'UploadBusy', retryAfterS: 1 }), 0)).toEqual({
      kind: 'wait',
      waitMs: 1000,
    })
    expect(nextStep(answer(507, { retryAfterS: 60 }), 0)).toEqual({ kind: 'wait', waitMs: 60_000 })
    expect(nextStep(answer(429, { retryAfterS: 5 }), 0)).toEqual({ kind: 'wait', waitMs: 5000 })
  })
  it('ends with the pages, or with the reason why not', () => {
    expect(nextStep(answer(200, { pages: 12 }), 0)).toEqual({ kind: 'checked', pages: 12 })
    expect(nextStep(answer(422, { code: 'PdfEncrypted' }), 0)).toEqual({
      kind: 'refused',
      code: 'PdfEncrypted',
    })
    expect(nextStep(answer(422, { code: 'SomethingNew' }), 0)).toEqual({ kind: 'refused', code: 'other' })
  })
  it('begins anew when its ticket is worth nothing any more', () => {
    expect(nextStep(answer(404), 0)).toEqual({ kind: 'lost' })
    expect(stepOfStand({ status: 404, offset: null, state: null }, 1000, 0)).toEqual({ kind: 'lost' })
  })
  it('learns from the stand that it was finished while the line was away', () => {
    expect(stepOfStand({ status: 200, offset: 1000, state: 'checked' }, 1000, 0)).toEqual({
      kind: 'checked',
      pages: null,
    })
  })
})

describe('the ticket of an upload', () => {
  const file = { name: 'plan.pdf', size: 10, lastModified: 1 }
  const ticket = { id: 'a', url: '/uploads/a', secret: 's', expiresAt: '2026-11-24T12:00:00Z' }
  const now = Date.parse('2026-11-23T12:00:00Z')
  beforeEach(() => window.sessionStorage.clear())

  it('is found again for the same file of the same procedure only', () => {
    tickets.keep('p', file, ticket)
    expect(tickets.find('p', file, now)).toEqual(ticket)
    expect(tickets.find('q', file, now)).toBeNull()
    expect(tickets.find('p', { ...file, lastModified: 2 }, now)).toBeNull()
  })
  it('is forgotten when its time is over or its file is there', () => {
    tickets.keep('p', file, ticket)
    expect(tickets.find('p', file, now + 86_400_000)).toBeNull()
    tickets.forget('p', file)
    expect(tickets.find('p', file, now)).toBeNull()
  })
})
