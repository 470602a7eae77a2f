import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { draftFor, makeCtx, makeProcedure, makeTenant, NOW } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { ProofNeeded } from './proof-needed.graphql.ts'
import { submitContribution, type Draft } from './submit-contribution.ts'

const test = useDatabase()
const LATER = new Date(NOW.getTime() + 11 * 60_000)

function solve({ challenge, bits }: ProofNeeded): string {
  for (let number = 0; ; number++) {
    const proof = `${challenge}.${number}`
    const hash = createHash('sha256').update(proof).digest()
    if (hash.readUInt32BE() >>> (32 - bits) === 0) return proof
  }
}

async function form() {
  const procedure = await makeProcedure(test.database, await makeTenant(test.database))
  const networkKey = newId()
  const ctx = { ...makeCtx(test.database), networkKey }
  const send = (changes: Partial<Draft>, from: Partial<typeof ctx> = {}) =>
    submitContribution({ ...ctx, ...from }, draftFor(procedure, changes))
  const challenged = async (changes: Partial<Draft>) => {
    const answer = await send(changes)
    if (!(answer instanceof ProofNeeded)) throw new Error(JSON.stringify(answer))
    return answer
  }
  return { send, challenged, ctx, procedure }
}
/** Begun so long before the server's now. */
const keyOf = (ms: number) => newId(NOW.getTime() - ms)

describe('who looks like a program', () => {
  it.each([
    ['filled in what nobody sees', { website: 'https://spam.example', idempotencyKey: keyOf(60_000) }],
    ['sent as soon as the form was there', { idempotencyKey: keyOf(300) }],
  ])('%s: is asked for a proof, and taken with it', async (_, draft) => {
    const { send, challenged } = await form()
    const proof = solve(await challenged(draft))
    expect(await send({ ...draft, proof })).toMatchObject({ visibility: 'inReview' })
    // The receipt was lost on the way: the same again, with and without the proof.
    expect(await send({ ...draft, proof })).toMatchObject({ visibility: 'inReview' })
    expect(await send(draft)).toMatchObject({ visibility: 'inReview' })
  })

  it('is nobody who wrote for a while, whose clock is ahead, or whose key tells no time', async () => {
    const { send } = await form()
    const keys = [keyOf(2_500), keyOf(-3_600_000), '6fa459ea-ee8a-4ca4-894e-db77e160355e']
    for (const idempotencyKey of keys)
      expect(isRefusal(await send({ idempotencyKey })), idempotencyKey).toBe(false)
  })

  it('is who sends very much from one network, and nobody else', async () => {
    const { ctx, procedure } = await form()
    const busy = { ...ctx, config: { ...ctx.config, submissionsPerMinute: 10 } }
    const one = () => submitContribution(busy, draftFor(procedure, { idempotencyKey: keyOf(60_000) }))
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await one())
    expect(answers.map((answer) => answer instanceof ProofNeeded)).toEqual([false, false, true, true])
    const elsewhere = { ...busy, networkKey: newId() }
    const draft = draftFor(procedure, { idempotencyKey: keyOf(60_000) })
    expect(isRefusal(await submitContribution(elsewhere, draft))).toBe(false)
  })
})

describe('a proof', () => {
  const draft = { website: 'x', idempotencyKey: keyOf(60_000) }

  it('is of one draft, one network, one tenant and ten minutes', async () => {
    const { send, challenged } = await form()
    const proof = solve(await challenged(draft))
    const others = [
      await send({ ...draft, idempotencyKey: keyOf(61_000), proof }),
      await send({ ...draft, proof }, { networkKey: newId() }),
      await send({ ...draft, proof }, { receivedAt: LATER }),
      await (await form()).send({ ...draft, proof }),
    ]
    for (const answer of others) expect(answer).toBeInstanceOf(ProofNeeded)
  })

  it.each([
    ['nothing', () => ''],
    ['the challenge alone', (proof: string) => proof.replace(/\.\d+$/, '')],
    ['an easier challenge', (proof: string) => proof.replace(/^\d+/, '1')],
    ['a later end', (proof: string) => proof.replace(/\.\d+\./, '.99999999999999.')],
    ['another number', (proof: string) => `${proof}1`],
    ['something behind it', (proof: string) => `${proof}.1`],
    ['dots', () => '....'],
    ['a NUL', () => '17.1.\0.1'],
  ])('is not %s', async (_, change) => {
    const { send, challenged } = await form()
    const proof = change(solve(await challenged(draft)))
    expect(await send({ ...draft, proof })).toBeInstanceOf(ProofNeeded)
  })
})
