import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { solveProof } from './solve-proof.ts'

it.each([1, 8, 12])('finds what a server takes: %i zero bits', async (bits) => {
  const proof = await solveProof('17.1700000000000.c2lnbmVk', bits)
  expect(proof).toMatch(/^17\.1700000000000\.c2lnbmVk\.\d+$/)
  const hash = createHash('sha256').update(proof).digest()
  expect(hash.readUInt32BE() >>> (32 - bits)).toBe(0)
})
