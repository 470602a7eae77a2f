import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Between two slices the page answers, scrolls and is read out as always. */
const SLICE_MS = 12

/**
 * Finds the number that the server asks for, in slices of the main thread.
 *
 * @returns the challenge with the solution behind a dot.
 */
export async function solveProof(challenge: string, bits: number): Promise<string> {
  for (let number = 0; ;) {
    const until = performance.now() + SLICE_MS
    do {
      const proof = `${challenge}.${number++}`
      if (leadingZeros(sha256(utf8ToBytes(proof))) >= bits) return proof
    } while (performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function leadingZeros(hash: Uint8Array): number {
  let zeros = 0
  for (const byte of hash) {
    if (byte) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}
