import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { isRefusal, readAttachment, readPlan, readPlanFile } from '../src/index.ts'
import { findingOf, read, refused, sampleBytes } from './sample.ts'

const PLAN = sampleBytes('bp-6.0.gml')
const folder = mkdtempSync(join(tmpdir(), 'mitsprache-xplanung-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function zip(entries: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(entries)) file.addBuffer(content, name)
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** Changes a name of the same length in both places where an archive says it. */
const renamed = (archive: Buffer, from: string, to: string): Buffer =>
  Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1')

describe('an archive with a plan and its documents', () => {
  test('is read, and knows which documents are there', async () => {
    const archive = await zip({
      'plan.gml': PLAN,
      'Begruendung.pdf': Buffer.from('%PDF-'),
      '__MACOSX/._plan.gml': PLAN,
    })
    const file = await read(archive)
    expect(file.archive).toEqual({
      entry: 'plan.gml',
      attachments: [{ path: 'Begruendung.pdf', sizeBytes: 5 }],
    })
    expect(file.plans[0]!.documents[0]).toMatchObject({ where: 'archive', archivePath: 'Begruendung.pdf' })
    const bytes = await readAttachment(archive, 'Begruendung.pdf')
    expect(Buffer.from(bytes as Uint8Array).toString()).toBe('%PDF-')
    expect(await readAttachment(archive, 'nothing.pdf')).toMatchObject({ code: 'archive-damaged' })
  })

  test('is read from a file and from a stream', async () => {
    const archive = await zip({ 'plan.gml': PLAN })
    const path = join(folder, 'plan.zip')
    writeFileSync(path, archive)
    const fromFile = await readPlanFile(path)
    const fromStream = await readPlan(
      (async function* () {
        for (let at = 0; at < archive.length; at += 100) yield archive.subarray(at, at + 100)
      })(),
    )
    expect(fromFile.ok).toBe(true)
    expect(fromStream).toEqual(fromFile)
  })

  test('tells which documents are missing', async () => {
    const file = await read(await zip({ 'plan.gml': PLAN }))
    expect(findingOf(file, 'document-missing')).toMatchObject({ severity: 'warning' })
  })

  test('asks when there are several plans, and takes the answer', async () => {
    const archive = await zip({ 'a.gml': PLAN, 'b/c.gml': PLAN, 'notes.xml': Buffer.from('<notes/>') })
    expect(await refused(archive)).toMatchObject({
      code: 'archive-several-plans',
      question: { kind: 'which-entry', candidates: ['a.gml', 'b/c.gml'] },
    })
    expect((await read(archive, { entry: 'b/c.gml' })).archive?.entry).toBe('b/c.gml')
  })

  test('without a plan is refused', async () => {
    expect(await refused(await zip({ 'a.pdf': Buffer.from('%PDF-') }))).toMatchObject({
      code: 'archive-without-plan',
    })
  })
})

describe('archives that mean harm', () => {
  test.each(['../../etc/x', '/etc/crontab', 'C:\\win.ini.', '..\\..\\a.gml', 'a/../../b.c'])(
    '%s',
    async (path) => {
      const placeholder = 'n'.repeat(path.length)
      const archive = renamed(
        await zip({ 'plan.gml': PLAN, [placeholder]: Buffer.from('x') }),
        placeholder,
        path,
      )
      expect(await refused(archive)).toMatchObject({ code: 'archive-path' })
    },
  )

  test('a symbolic link', async () => {
    const file = new ZipFile()
    file.addBuffer(PLAN, 'plan.gml')
    file.addBuffer(Buffer.from('/etc/passwd'), 'link', { mode: 0o120777 })
    file.end()
    const chunks: Buffer[] = []
    for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
    expect(await refused(Buffer.concat(chunks))).toMatchObject({ code: 'archive-path' })
  })

  // @bad-input UPL-07
  test('what becomes too large, by what it says', async () => {
    const archive = await zip({ 'plan.gml': PLAN, 'zeros.pdf': Buffer.alloc(20_000_000) })
    expect(await refused(archive)).toMatchObject({ code: 'archive-bomb' })
    const small = { maxUnpackedBytes: 1000 }
    expect(await refused(await zip({ 'plan.gml': PLAN }), { limits: small })).toMatchObject({
      code: 'archive-bomb',
    })
  })

  // @bad-input UPL-08
  test('what becomes larger than it says', async () => {
    const archive = await zip({ 'plan.gml': PLAN })
    const lying = Buffer.from(archive)
    // The central directory promises 1,000 bytes: its signature is PK 01 02, the size stands 24 bytes on.
    lying.writeUInt32LE(1000, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    expect(['archive-bomb', 'archive-damaged']).toContain((await refused(lying)).code)
  })

  // @bad-input UPL-08
  test('entries on top of each other', async () => {
    const archive = await zip({ 'plan.gml': PLAN, 'a.pdf': Buffer.from('a'), 'b.pdf': Buffer.from('b') })
    const mark = Buffer.from([0x50, 0x4b, 1, 2])
    const first = archive.indexOf(mark)
    const second = archive.indexOf(mark, first + 4)
    archive.writeUInt32LE(archive.readUInt32LE(first + 42), second + 42)
    expect(await refused(archive)).toMatchObject({ code: 'archive-bomb' })
  })

  // @bad-input UPL-10
  test('too many entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.txt`, Buffer.alloc(0)]),
    )
    expect(await refused(await zip(many), { limits: { maxArchiveEntries: 200 } })).toMatchObject({
      code: 'archive-bomb',
    })
  })

  test('a lock', async () => {
    const archive = await zip({ 'plan.gml': PLAN })
    const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    archive.writeUInt16LE(archive.readUInt16LE(directory + 8) | 1, directory + 8)
    expect(await refused(archive)).toMatchObject({ code: 'archive-encrypted' })
  })

  test('pieces of an archive', async () => {
    const archive = await zip({ 'plan.gml': PLAN })
    for (const length of [2, 30, 200, archive.length - 10]) {
      const reading = await readPlan(archive.subarray(0, length))
      expect(isRefusal(reading) && reading.code).toBe('archive-damaged')
    }
  })
})
