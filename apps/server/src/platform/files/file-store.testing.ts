import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { FileStore } from './file-store.ts'

export async function* pieces(content: Buffer, sizeBytes = 1000) {
  for (let at = 0; at < content.length; at += sizeBytes) yield content.subarray(at, at + sizeBytes)
}

// oxlint-disable-next-line require-yield
export async function* broken(failure: Error): AsyncGenerator<Buffer> {
  throw failure
}

const HOUR_S = 3600

/** What every store promises, wherever it keeps things. */
export function keepsContents({
  open,
  age,
  incoming,
}: {
  open: () => FileStore
  /** Makes a content look as if it was stored at that second. */
  age: (sha256: Buffer, atS: number) => void
  incoming: string
}): void {
  const all = async (sha256: Buffer) => {
    const found = []
    for await (const stored of open().list()) if (stored.sha256.equals(sha256)) found.push(stored)
    return found
  }

  it('keeps a content under its own hash and gives it back, whole or in part', async () => {
    const content = randomBytes(10_000)
    const { sha256, sizeBytes } = await open().put(pieces(content))
    expect(sha256).toEqual(createHash('sha256').update(content).digest())
    expect(sizeBytes).toBe(10_000)
    expect(await buffer((await open().get(sha256))!)).toEqual(content)
    expect(await buffer((await open().range(sha256, 10, 19))!)).toEqual(content.subarray(10, 20))
    expect(await buffer((await open().range(sha256, 9_990, 20_000))!)).toEqual(content.subarray(9_990))
  })

  it('keeps an empty content and a large one', async () => {
    const nothing = await open().put(pieces(Buffer.alloc(0)))
    expect(nothing.sizeBytes).toBe(0)
    expect(await buffer((await open().get(nothing.sha256))!)).toEqual(Buffer.alloc(0))
    const large = randomBytes(20_000_000)
    const { sha256 } = await open().put(pieces(large, 65_536))
    expect(
      createHash('sha256')
        .update(await buffer((await open().get(sha256))!))
        .digest(),
    ).toEqual(sha256)
  })

  it('keeps the same content once, and counts it as just stored', async () => {
    const content = randomBytes(500)
    const { sha256 } = await open().put(pieces(content))
    age(sha256, 1)
    expect((await all(sha256))[0]!.storedAt.getTime()).toBe(1000)
    await open().put(pieces(content))
    const found = await all(sha256)
    expect(found).toHaveLength(1)
    expect(found[0]!.storedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })

  it('keeps what many bring at once', async () => {
    const content = randomBytes(5_000)
    const stored = await Promise.all(Array.from({ length: 8 }, () => open().put(pieces(content))))
    for (const { sha256 } of stored) expect(sha256).toEqual(stored[0]!.sha256)
    expect(await buffer((await open().get(stored[0]!.sha256))!)).toEqual(content)
  })

  it('says null for what it does not have, and forgets what is deleted', async () => {
    const { sha256 } = await open().put(pieces(randomBytes(50)))
    expect(await open().delete(sha256)).toBe(true)
    expect(await open().delete(sha256)).toBe(false)
    expect(await open().get(sha256)).toBeNull()
    expect(await open().range(sha256, 0, 1)).toBeNull()
    expect(await all(sha256)).toEqual([])
  })

  it('leaves what was stored since', async () => {
    const content = randomBytes(50)
    const { sha256 } = await open().put(pieces(content))
    const hourAgo = new Date(Date.now() - HOUR_S * 1000)
    expect(await open().delete(sha256, hourAgo)).toBe(false)
    expect(await buffer((await open().get(sha256))!)).toEqual(content)
    age(sha256, Date.now() / 1000 - 2 * HOUR_S)
    expect(await open().delete(sha256, hourAgo)).toBe(true)
    expect(await open().get(sha256)).toBeNull()
  })

  it('leaves nothing behind when the content breaks off', async () => {
    await expect(open().put(broken(new Error('line broke')))).rejects.toThrow('line broke')
    expect(readdirSync(incoming)).toEqual([])
  })
}
