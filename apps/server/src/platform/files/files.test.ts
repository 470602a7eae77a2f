import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { newId } from '@mitsprache/terms'
import { afterAll, expect, it } from 'vitest'
import { DiskFull, openFiles } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { store, quarantine } = openFiles(folder)

async function* pieces(content: Buffer, sizeBytes = 1000) {
  for (let at = 0; at < content.length; at += sizeBytes) yield content.subarray(at, at + sizeBytes)
}

// oxlint-disable-next-line require-yield
async function* broken(failure: Error): AsyncGenerator<Buffer> {
  throw failure
}

it('keeps a content under its own hash and gives it back, whole or in part', async () => {
  const content = randomBytes(10_000)
  const { sha256, sizeBytes } = await store.put(pieces(content))
  expect(sha256).toEqual(createHash('sha256').update(content).digest())
  expect(sizeBytes).toBe(10_000)
  expect(await buffer((await store.get(sha256))!)).toEqual(content)
  expect(await buffer((await store.range(sha256, 10, 19))!)).toEqual(content.subarray(10, 20))
})

it('keeps the same content once', async () => {
  const content = randomBytes(500)
  const first = await store.put(pieces(content))
  const path = join(folder, 'files', first.sha256.toString('hex').slice(0, 2), first.sha256.toString('hex'))
  utimesSync(path, 1, 1)
  await store.put(pieces(content))
  const all = []
  for await (const stored of store.list()) if (stored.sha256.equals(first.sha256)) all.push(stored)
  expect(all).toHaveLength(1)
  expect(all[0]!.storedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

it('says null for what it does not have, and forgets what is deleted', async () => {
  const { sha256 } = await store.put(pieces(randomBytes(50)))
  await store.delete(sha256)
  await store.delete(sha256)
  expect(await store.get(sha256)).toBeNull()
  expect(await store.range(sha256, 0, 1)).toBeNull()
})

it('leaves nothing behind when the content breaks off or the disk is full', async () => {
  await expect(store.put(broken(new Error('line broke')))).rejects.toThrow('line broke')
  await expect(store.put(broken(Object.assign(new Error('full'), { code: 'ENOSPC' })))).rejects.toThrow(
    DiskFull,
  )
  expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([])
})

it('puts a file together from parts and keeps what came before the line broke', async () => {
  const id = newId()
  const content = randomBytes(5000)
  async function* cut() {
    yield content.subarray(2000, 3000)
    throw new Error('line broke')
  }
  expect(await quarantine.sizeOf(id)).toBe(0)
  expect(await quarantine.append(id, 0, 5000, pieces(content.subarray(0, 2000)))).toEqual({
    sizeBytes: 2000,
    ended: 'whole',
  })
  expect(await quarantine.append(id, 2000, 3000, cut())).toEqual({ sizeBytes: 3000, ended: 'cut' })
  await quarantine.append(id, 3000, 2000, pieces(content.subarray(3000)))
  expect(readFileSync(quarantine.pathOf(id))).toEqual(content)
})

it('takes not a byte more than announced', async () => {
  const id = newId()
  await quarantine.append(id, 0, 100, pieces(randomBytes(100)))
  expect(await quarantine.append(id, 100, 2500, pieces(randomBytes(2501)))).toEqual({
    sizeBytes: 100,
    ended: 'tooLong',
  })
  expect(await quarantine.sizeOf(id)).toBe(100)
})

it.runIf(process.platform === 'linux')('says so when the disk is full', async () => {
  const id = newId()
  symlinkSync('/dev/full', quarantine.pathOf(id))
  await expect(quarantine.append(id, 0, 5000, pieces(randomBytes(5000)))).rejects.toThrow(DiskFull)
})

it('lets one writer at a time to a file, and the next when it is done', async () => {
  const id = newId()
  const slow = quarantine.exclusively(
    id,
    () => new Promise((resolve) => setTimeout(() => resolve('first'), 20)),
  )
  expect(await quarantine.exclusively(id, async () => 'second')).toBeNull()
  expect(await slow).toBe('first')
  expect(await quarantine.exclusively(id, async () => 'third')).toBe('third')
})
