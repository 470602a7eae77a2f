import { createHash } from 'node:crypto'
import { LIMITS, newId } from '@mitsprache/terms'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeStaff,
  makeTenant,
  type TestProcedure,
} from '../../../test/world.ts'
import type { Viewer } from '../identity/index.ts'
import { decideVisibility } from '../moderation/index.ts'
import { DOCUMENT_FILES, sweepFiles, type Ticket } from '../plans/index.ts'
import { makePdf } from '../plans/pdf.testing.ts'
import { makePhoto } from '../plans/picture.testing.ts'
import { put, useOffice } from '../plans/plan.testing.ts'
import { beginContributionUpload } from './begin-contribution-upload.ts'
import { CONTRIBUTION_FILES } from './contribution-files.ts'
import { submitContribution, type Draft, type Receipt } from './submit-contribution.ts'

const test = useDatabase()
const office = useOffice(test, [DOCUMENT_FILES, CONTRIBUTION_FILES])
const PDF = makePdf({ pages: 2 })

async function world(shape: Parameters<typeof makeProcedure>[2] = {}) {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant, shape)
  const staff = (roles: Parameters<typeof makeStaff>[2]) => makeStaff(test.database, tenant, roles)
  return { tenant, procedure, staff }
}

/** Somebody at home; each from a network of their own. */
const resident = () => ({ ...makeCtx(test.database, null, { clock: () => office.now }), networkKey: newId() })

async function begin(draft: Draft, sizeBytes: number, fileName: string) {
  const { idempotencyKey, procedureId } = draft
  const ticket = await beginContributionUpload(resident(), {
    idempotencyKey,
    procedureId,
    fileName,
    sizeBytes,
  })
  if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
  return ticket
}

async function sendFile(draft: Draft, content: Buffer, fileName: string): Promise<Ticket> {
  const ticket = await begin(draft, content.length, fileName)
  const answer = await put(office, ticket, content)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return ticket
}

const draft = (procedure: TestProcedure, changes = {}): Draft => draftFor(procedure, changes)

/** A contribution with a photo and a letter. */
async function handIn(procedure: TestProcedure, changes: Partial<Draft> = {}) {
  const mine = draft(procedure, changes)
  const photo = await sendFile(mine, await makePhoto(), 'IMG 1.JPG')
  const letter = await sendFile(mine, PDF, 'Brief.pdf')
  mine.files = [{ uploadId: photo.id, alt: ' Die Einfahrt bei Regen ' }, { uploadId: letter.id }]
  const receipt = (await submitContribution(resident(), mine)) as Receipt
  const { rows } = await test.owner.query('select id, tenant_id from contribution where number = $1', [
    receipt.number,
  ])
  return { draft: mine, receipt, id: rows[0].id as string }
}

const get = (url: string, viewer: Viewer | null = null, headers: Record<string, string> = {}) => {
  office.viewer = viewer
  return office.app.inject({ method: 'GET', url, headers })
}
const fieldsOf = (result: unknown) => (result as { fields: unknown }).fields

describe('files handed in', () => {
  it('stand on the receipt in the author’s order, with their hashes, and never twice', async () => {
    const { procedure } = await world()
    const { draft: mine, receipt } = await handIn(procedure)
    const { sha256 } = receipt.files[0]!
    expect(receipt.files).toEqual([
      {
        id: expect.any(String),
        fileName: 'IMG 1.jpg',
        mediaType: 'image/jpeg',
        sizeBytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        alt: 'Die Einfahrt bei Regen',
        releaseWished: false,
      },
      {
        id: expect.any(String),
        fileName: 'Brief.pdf',
        mediaType: 'application/pdf',
        sizeBytes: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
        alt: null,
        releaseWished: false,
      },
    ])
    const kept = await get(`/files/${receipt.files[0]!.id}`, null, { 'contribution-secret': receipt.secret })
    expect(createHash('sha256').update(kept.rawPayload).digest('hex')).toBe(sha256)
    expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined()
    // However often it is sent, and however many at once.
    const again = await Promise.all([1, 2, 3].map(() => submitContribution(resident(), mine)))
    for (const one of again) expect(one).toEqual(receipt)
  })

  it('make another content: the same key with other files is refused', async () => {
    const { procedure } = await world()
    const { draft: mine } = await handIn(procedure)
    for (const other of [{ files: [] }, { files: mine.files!.toReversed() }, { releaseFiles: true }])
      expect(await submitContribution(resident(), { ...mine, ...other })).toMatchObject({
        code: 'KeyAlreadyUsed',
      })
  })

  it('are taken in one go by whoever of several equal sends is first', async () => {
    const { procedure } = await world()
    const mine = draft(procedure)
    const letter = await sendFile(mine, PDF, 'Brief.pdf')
    mine.files = [{ uploadId: letter.id }]
    const receipts = await Promise.all([1, 2, 3, 4].map(() => submitContribution(resident(), mine)))
    expect(new Set(receipts.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((receipts[0] as Receipt).files).toHaveLength(1)
  })

  it('belong to their draft: not to another, not half sent, refused or used before, and the text is not kept alone', async () => {
    const { procedure } = await world()
    const mine = draft(procedure)
    const foreign = await sendFile(draft(procedure), PDF, 'Brief.pdf')
    const half = await begin(mine, PDF.length, 'Halb.pdf')
    const refused = await begin(mine, 3, 'Falsch.pdf')
    await put(office, refused, Buffer.from('MZx'))
    const good = await sendFile(mine, PDF, 'Gut.pdf')
    mine.files = [foreign, half, refused, good, { id: newId() }].map(({ id }) => ({ uploadId: id }))
    expect(fieldsOf(await submitContribution(resident(), mine))).toEqual([
      { field: 'files.0', problem: 'unknown' },
      { field: 'files.1', problem: 'notReady' },
      { field: 'files.2', problem: 'refused' },
      { field: 'files.4', problem: 'unknown' },
    ])
    const { rows } = await test.owner.query('select 1 from contribution where procedure_id = $1', [
      procedure.id,
    ])
    expect(rows).toEqual([])
    // What was good is still good, once.
    mine.files = [{ uploadId: good.id }]
    expect(await submitContribution(resident(), mine)).toMatchObject({ files: [{ fileName: 'Gut.pdf' }] })
    const later = { ...mine, idempotencyKey: newId() }
    expect(fieldsOf(await submitContribution(resident(), later))).toEqual([
      { field: 'files.0', problem: 'unknown' },
    ])
  })

  it('are told at once when they are too many, named twice, or described without end', async () => {
    const { procedure } = await world()
    const many = Array.from({ length: LIMITS.filesPerContribution + 1 }, () => ({ uploadId: newId() }))
    const id = newId()
    const problems = async (files: Draft['files']) =>
      fieldsOf(await submitContribution(resident(), draft(procedure, { files })))
    expect(await problems(many)).toEqual([{ field: 'files', problem: 'tooMany', limit: 5 }])
    expect(
      await problems([{ uploadId: id }, { uploadId: id, alt: 'x'.repeat(501) }, { uploadId: 'x' }]),
    ).toEqual([
      { field: 'files.1', problem: 'twice' },
      { field: 'files.1.alt', problem: 'tooLong', limit: 500 },
      { field: 'files.2', problem: 'unknown' },
    ])
  })

  // @bad-input UPL-32
  it('may be the same file twice, also beside somebody else’s', async () => {
    const { procedure } = await world()
    const mine = draft(procedure)
    const twins = [await sendFile(mine, PDF, 'a.pdf'), await sendFile(mine, PDF, 'b.pdf')]
    mine.files = twins.map(({ id }) => ({ uploadId: id }))
    const { files } = (await submitContribution(resident(), mine)) as Receipt
    expect(files[0]!.sha256).toBe(files[1]!.sha256)
    expect(files[0]!.id).not.toBe(files[1]!.id)
  })

  it('stay when what nobody used is swept away', async () => {
    const { procedure } = await world()
    const { receipt } = await handIn(procedure)
    const abandoned = await sendFile(draft(procedure), makePdf({ pages: 7 }), 'Nie abgesendet.pdf')
    const { rows } = await test.owner.query('select file_id from upload where id = $1', [abandoned.id])
    await test.owner.query('delete from upload')
    await test.owner.query(`update file set created_at = created_at - interval '3 days'`)
    await sweepFiles({ database: test.database, files: office.files, clock: () => office.now })
    const left = await test.owner.query('select id from file where id = any($1)', [
      [rows[0].file_id, ...receipt.files.map(({ id }) => id)],
    ])
    expect(left.rows.map(({ id }) => id).toSorted()).toEqual(receipt.files.map(({ id }) => id).toSorted())
    const answer = await get(`/files/${receipt.files[1]!.id}`, null, {
      'contribution-secret': receipt.secret,
    })
    expect(answer.rawPayload).toEqual(PDF)
  })
})

describe('a ticket for a file of a contribution', () => {
  it('is for pictures and PDFs of up to 25 MB, for a round that takes contributions', async () => {
    const { tenant, procedure } = await world()
    const begins = (changes: object) =>
      beginContributionUpload(resident(), {
        idempotencyKey: newId(),
        procedureId: procedure.id,
        fileName: 'a.jpg',
        sizeBytes: 10,
        ...changes,
      })
    expect(fieldsOf(await begins({ fileName: 'a.svg' }))).toEqual([
      { field: 'fileName', problem: 'notAPictureOrPdf' },
    ])
    expect(fieldsOf(await begins({ fileName: 'a.pdf\0.exe' }))).toHaveLength(1)
    expect(fieldsOf(await begins({ sizeBytes: 0 }))).toEqual([{ field: 'sizeBytes', problem: 'empty' }])
    expect(fieldsOf(await begins({ sizeBytes: LIMITS.fileSizeBytes + 1 }))).toEqual([
      { field: 'sizeBytes', problem: 'tooLarge', limit: 26_214_400 },
    ])
    const closed = await makeProcedure(test.database, tenant, { endsOn: '2026-11-20' })
    expect(await begins({ procedureId: closed.id })).toMatchObject({ code: 'ParticipationClosed' })
    await expect(begins({ procedureId: newId() })).rejects.toThrow('NOT_FOUND')
  })

  it('is not handed out without end, neither to a network nor to a draft', async () => {
    const { procedure } = await world()
    const ask = (idempotencyKey: string, networkKey: string) =>
      beginContributionUpload(
        { ...resident(), networkKey },
        { idempotencyKey, procedureId: procedure.id, fileName: 'a.jpg', sizeBytes: 10 },
      )
    const key = newId()
    for (let i = 0; i < 40; i++) expect(await ask(key, newId())).toMatchObject({ secret: expect.any(String) })
    expect(await ask(key, newId())).toMatchObject({ code: 'TooManyAttempts' })
    expect(await ask(newId(), 'another')).toMatchObject({ secret: expect.any(String) })
  })
})

describe('who opens a file of a contribution', () => {
  // @bad-input AUT-25
  it('its author by the secret of the receipt, its planners, its moderators; nobody else', async () => {
    const { procedure, staff } = await world()
    const { receipt } = await handIn(procedure)
    const other = await handIn(procedure)
    const stranger = (await world()).staff
    const url = `/files/${receipt.files[1]!.id}`
    const status = async (viewer: Viewer | null, secret?: string) =>
      (await get(url, viewer, secret ? { 'contribution-secret': secret } : {})).statusCode
    expect(await status(null, receipt.secret)).toBe(200)
    for (const role of ['planner', 'caseworker', 'administrator', 'moderator'] as const)
      expect(await status(await staff([role]))).toBe(200)
    expect(await status(await staff(['agencyClerk']))).toBe(404)
    expect(await status(await stranger(['administrator']))).toBe(404)
    expect(await status(null)).toBe(404)
    expect(await status(null, other.receipt.secret)).toBe(404)
    expect(await status(null, 'x'.repeat(500))).toBe(404)
  })

  it('not the moderators where the author keeps it to the planners', async () => {
    const { procedure, staff } = await world()
    const { receipt } = await handIn(procedure, { audience: 'plannersOnly' })
    const url = `/files/${receipt.files[0]!.id}`
    expect((await get(url, await staff(['moderator']))).statusCode).toBe(404)
    expect((await get(url, await staff(['planner']))).statusCode).toBe(200)
  })

  it('gets a small picture where that is enough', async () => {
    const { procedure, staff } = await world()
    const { receipt } = await handIn(procedure)
    const moderator = await staff(['moderator'])
    const [photo, letter] = receipt.files
    const small = await get(`/files/${photo!.id}?width=320`, moderator)
    expect(small.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
    })
    expect(await sharp(small.rawPayload).metadata()).toMatchObject({ width: 320, format: 'webp' })
    // Any other width would be another picture to paint.
    expect((await get(`/files/${photo!.id}?width=321`, moderator)).headers['content-type']).toBe('image/jpeg')
    expect((await get(`/files/${letter!.id}?width=320`, moderator)).headers['content-type']).toBe(
      'application/pdf',
    )
  })
})

describe('publishing', () => {
  async function publishable(changes: Partial<Draft> = {}) {
    const { tenant, procedure, staff } = await world()
    const { id, receipt } = await handIn(procedure, changes)
    const moderator = makeCtx(test.database, await staff(['moderator']))
    let version = 1
    const decide = async (decision: 'publish' | 'withhold', withFiles?: boolean) => {
      const reason = decision === 'withhold' ? ('other' as const) : null
      const choice = { contributionId: id, version: version++, decision, reason, withFiles }
      return decideVisibility(moderator, tenant.slug, choice)
    }
    const seen = async () => {
      const { rows } = await test.owner.query('select files from published_contribution where id = $1', [id])
      const open = await Promise.all(receipt.files.map((file) => get(`/files/${file.id}`)))
      return {
        listed: rows[0]?.files as { id: string }[] | undefined,
        open: open.map((one) => one.statusCode),
      }
    }
    return { receipt, decide, seen }
  }

  it('shows files only when their author and a moderator both want it', async () => {
    const kept = await publishable()
    expect(await kept.decide('publish', true)).toMatchObject({ item: { withFiles: false } })
    expect(await kept.seen()).toEqual({ listed: [], open: [404, 404] })
    const unseen = await publishable({ releaseFiles: true })
    await unseen.decide('publish')
    expect(await unseen.seen()).toEqual({ listed: [], open: [404, 404] })
    const both = await publishable({ releaseFiles: true })
    expect(await both.decide('publish', true)).toMatchObject({
      item: {
        withFiles: true,
        files: [{ alt: 'Die Einfahrt bei Regen' }, {}],
        history: [{ withFiles: true }],
      },
    })
    const { listed, open } = await both.seen()
    expect(open).toEqual([200, 200])
    const asSeen = both.receipt.files.map(({ id, fileName, mediaType, sizeBytes, alt }) => ({
      id,
      fileName,
      mediaType,
      sizeBytes,
      alt,
    }))
    expect(listed).toEqual(asSeen)
    const picture = await get(`/files/${listed![0]!.id}?width=1280`)
    expect(picture.headers['cache-control']).toBe('public, no-cache')
  })

  it('takes them back at once, with the text or without it', async () => {
    const { decide, seen } = await publishable({ releaseFiles: true })
    await decide('publish', true)
    await decide('withhold')
    expect(await seen()).toEqual({ listed: undefined, open: [404, 404] })
    await decide('publish', true)
    expect((await seen()).open).toEqual([200, 200])
    await decide('publish', false)
    expect(await seen()).toEqual({ listed: [], open: [404, 404] })
  })

  it('at once is for the text; files wait for somebody to look at them', async () => {
    const { procedure } = await world({ publicationMode: 'atOnce' })
    const { id, receipt } = await handIn(procedure, { releaseFiles: true })
    const { rows } = await test.owner.query('select files from published_contribution where id = $1', [id])
    expect(rows).toEqual([{ files: [] }])
    expect((await get(`/files/${receipt.files[0]!.id}`)).statusCode).toBe(404)
  })
})
