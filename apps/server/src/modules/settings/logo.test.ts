import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { Denial } from '../identity/index.ts'
import { beginUpload, type Ticket } from '../plans/begin-upload.ts'
import { makePhoto, makePng } from '../plans/picture.testing.ts'
import { makeDesk, put, useOffice, type Desk } from '../plans/plan.testing.ts'
import { changeSettings } from './change-settings.ts'
import { getSettings, type Settings } from './get-settings.ts'

const test = useDatabase()
const office = useOffice(test)

async function send(desk: Desk, content: Buffer, fileName: string) {
  const wish = { purpose: 'tenantLogo', fileName, sizeBytes: content.length }
  const ticket = (await beginUpload(desk.ctx, desk.tenant.slug, wish)) as Ticket
  return { ticket, answer: await put(office, ticket, content) }
}
const look = (fileId: string) => office.app.inject({ url: `/files/${fileId}` })

it('becomes public when the settings are saved, painted anew, and is public no more when it is replaced', async () => {
  const desk = await makeDesk(test, office, ['administrator'])
  const photo = await makePhoto()
  const first = await send(desk, photo, 'Wappen.jpg')
  expect(first.answer.statusCode).toBe(200)
  const saved = (await changeSettings(desk.ctx, desk.tenant.slug, {
    version: 1,
    logoUploadId: first.ticket.id,
  })) as Settings
  office.viewer = null
  const shown = await look(saved.logoFileId!)
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
  // Neither where the picture was taken nor by whom.
  for (const word of ['Petra Geheim', '4711-0815']) expect(shown.rawPayload.includes(word)).toBe(false)

  // One upload is one logo.
  expect(
    await changeSettings(desk.ctx, desk.tenant.slug, { version: 2, logoUploadId: first.ticket.id }),
  ).toEqual(InputRefused.of({ field: 'logoUploadId', problem: 'alreadyUsed' }))

  const second = await send(desk, await makePng(), 'Logo.png')
  const changed = (await changeSettings(desk.ctx, desk.tenant.slug, {
    version: 2,
    logoUploadId: second.ticket.id,
  })) as Settings
  expect(changed.logoFileId).not.toBe(saved.logoFileId)
  expect((await look(saved.logoFileId!)).statusCode).toBe(404)
  expect((await look(changed.logoFileId!)).statusCode).toBe(200)

  await changeSettings(desk.ctx, desk.tenant.slug, { version: 3, logoUploadId: null })
  expect((await getSettings(desk.ctx, desk.tenant.slug)).logoFileId).toBeNull()
  expect((await look(changed.logoFileId!)).statusCode).toBe(404)
})

it('is no SVG, by name or by content, and nobody else’s file', async () => {
  const desk = await makeDesk(test, office, ['administrator'])
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const begin = (fileName: string, sizeBytes = svg.length) =>
    beginUpload(desk.ctx, desk.tenant.slug, { purpose: 'tenantLogo', fileName, sizeBytes })
  expect(await begin('logo.svg')).toEqual(InputRefused.of({ field: 'fileName', problem: 'notAPicture' }))
  expect(await begin('logo.png', 2 * 1024 * 1024)).toMatchObject({ fields: [{ problem: 'tooLarge' }] })
  const { answer } = await send(desk, svg, 'logo.png')
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'NotAPicture'])

  const other = await makeDesk(test, office, ['administrator'])
  const theirs = await send(other, await makePng(), 'Logo.png')
  expect(
    await changeSettings(desk.ctx, desk.tenant.slug, { version: 1, logoUploadId: theirs.ticket.id }),
  ).toEqual(InputRefused.of({ field: 'logoUploadId', problem: 'unknown' }))
})

it('is sent by administrators only', async () => {
  const desk = await makeDesk(test, office, ['planner'])
  const sending = beginUpload(desk.ctx, desk.tenant.slug, {
    purpose: 'tenantLogo',
    fileName: 'logo.png',
    sizeBytes: 10,
  })
  await expect(sending).rejects.toBeInstanceOf(Denial)
})
