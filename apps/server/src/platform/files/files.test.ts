import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@mitsprache/terms'
import { afterAll, describe, expect, it } from 'vitest'
import { broken, keepsContents, pieces } from './file-store.testing.ts'
import { DiskFull, openFiles } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { store, quarantine } = openFiles(folder)

const pathOf = (sha256: Buffer) =>
  join(folder, 'files', sha256.toString('hex').slice(0, 2), sha256.toString('hex'))

describe('the store in a folder', () => {
  keepsContents({
    open: () => store,
    age: (sha256, at) => utimesSync(pathOf(sha256), at, at),
    incoming: join(folder, 'files', 'incoming'),
  })

  it('says so when the disk is full, and leaves nothing behind', async () => {
    await expect(store.put(broken(Object.assign(new Error('full'), { code: 'ENOSPC' })))).rejects.toThrow(
      DiskFull,
    )
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([])
  })
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
