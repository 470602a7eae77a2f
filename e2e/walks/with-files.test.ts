import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { withPlace } from '../photo-with-place.ts'
import { readCsv } from '../read-csv.ts'
import { smallPdf } from '../small-pdf.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const PROCEDURE = '/t/quellstedt/p/sichere-schulwege'
const TEXT = 'Hier steht das Wasser nach jedem Regen auf dem Gehweg; Foto und Brief liegen bei.'
const ALT = 'Eine Pfütze über den ganzen Gehweg'
const OWNER = 'Petra Geheim'
const LETTER = smallPdf('Brief der Anwohner')

let resident: Visitor
let moderator: Visitor
let link: string
let photo: Buffer

const heading = ({ page }: Visitor, name: string) => page.getByRole('heading', { level: 1, name })
const looksRight = async (screen: string) => {
  await lookOver(resident, `${screen}, 360 px`)
  await fitsInWidth(resident, `${screen}, 360 px`)
}
const listed = (name: string) => resident.page.getByRole('listitem').filter({ hasText: name }).first()

async function signIn(role: string): Promise<Visitor> {
  const visitor = await town.enter()
  await visitor.goTo('/t/quellstedt/')
  await visitor.page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await visitor.page.getByRole('button', { name: role }).click()
  await heading(visitor, 'Verfahren').waitFor()
  return visitor
}

test('a resident adds a photo and a letter on the phone; what cannot be taken is said at once', async () => {
  resident = await town.enter({ width: 360, height: 740, phone: true })
  const { page } = resident
  await resident.goTo(`${PROCEDURE}/write`)
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(TEXT)
  photo = withPlace(await page.screenshot({ type: 'jpeg' }), OWNER)
  expect(photo.includes(OWNER)).toBe(true)
  const add = page.getByLabel('Foto oder Datei hinzufügen')
  await add.setInputFiles([
    { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'Brief.pdf', mimeType: 'application/pdf', buffer: LETTER },
    { name: 'Liste.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') },
  ])
  await listed('IMG_2041.jpg').waitFor()
  await listed('Brief.pdf').waitFor()
  await page.getByText('Textdokumente und Tabellen nehmen wir nicht.').waitFor()
  await page.getByRole('status').filter({ hasText: '2 Dateien dabei.' }).waitFor()
  await page.getByRole('textbox', { name: 'Was ist zu sehen?' }).fill(ALT)
  await page.getByText(/^Gespeichert/).waitFor()
  await looksRight('write: what, with files')
})

test('a reload keeps them, also without a connection', async () => {
  const { page, context } = resident
  await page.reload()
  await listed('Brief.pdf').waitFor()
  expect(await page.getByRole('textbox', { name: 'Ihr Beitrag' }).inputValue()).toBe(TEXT)
  expect(await page.getByRole('textbox', { name: 'Was ist zu sehen?' }).inputValue()).toBe(ALT)
  await expect.poll(() => listed('IMG_2041.jpg').locator('img').count()).toBe(1)

  await page.getByRole('button', { name: 'Weiter: Wo' }).tap()
  await page.getByRole('button', { name: 'Ohne Ort weiter' }).tap()
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).tap()
  await page.getByRole('checkbox', { name: 'Meine Dateien öffentlich zeigen' }).tap()
  await page.getByText(`Eine Pfütze über den ganzen Gehweg`).waitFor()
  await looksRight('write: check, with files')

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Absenden' }).tap()
  await page.getByText('Noch nicht bestätigt.').waitFor()
  await context.setOffline(false)
  // What failed on the way is what this step is about.
  resident.troubles.take()
  await heading(resident, 'Ihr Beitrag ist da.').waitFor()
})

test('the receipt lists both with their hashes, and gives them back', async () => {
  const { page } = resident
  const sha256 = createHash('sha256').update(LETTER).digest('hex')
  await page.getByText(`SHA-256 ${sha256.slice(0, 12)} …`).waitFor()
  await expect.poll(() => listed('IMG_2041.jpg').locator('img').count()).toBe(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Speichern ?: Brief\.pdf$/ }).tap(),
  ])
  expect(download.suggestedFilename()).toBe('Brief.pdf')
  expect(await readFile(await download.path())).toEqual(LETTER)
  await looksRight('receipt with files')
  await page.getByText('Link anzeigen').tap()
  link = (await page.getByText(/\/status\/QST-\S+#/).textContent())!.trim()
})

test('the moderator sees both and approves the text together with them', async () => {
  moderator = await signIn('Als Moderator')
  const { page } = moderator
  await page.getByRole('link', { name: /^Moderation/ }).click()
  await heading(moderator, 'Moderation').waitFor()
  await page.getByRole('combobox', { name: 'Verfahren' }).selectOption({ label: 'Sichere Schulwege' })
  await page.getByRole('option', { name: /Hier steht das Wasser/ }).click()
  await page.getByRole('img', { name: ALT }).waitFor()
  await page.getByRole('link', { name: /Brief\.pdf/ }).waitFor()
  await page.getByText('Wer geschrieben hat, möchte sie öffentlich zeigen.').waitFor()
  await lookOver(moderator, 'moderation with files')
  await page.getByRole('checkbox', { name: 'Mit Dateien' }).check()
  await page.getByRole('button', { name: 'Freigeben' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben mit Dateien: QST-/ })
    .waitFor()
})

test('everyone sees the photo with its words, and nothing of where and by whom it was taken', async () => {
  const { page } = resident
  await resident.goTo(link)
  await heading(resident, 'Eingegangen und veröffentlicht.').waitFor()
  await looksRight('status with files')
  await page.getByRole('link', { name: 'Veröffentlichten Beitrag ansehen' }).tap()
  // The page that is left shows the same picture.
  await page.waitForURL(/\/c\/[^/]+$/)
  const picture = page.getByRole('img', { name: ALT })
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300)
  await page.getByRole('link', { name: 'Brief.pdf' }).waitFor()
  await looksRight('contribution with files')

  const stranger = await town.enter()
  const original = page.getByRole('link').filter({ has: picture })
  const answer = await stranger.context.request.get((await original.getAttribute('href'))!)
  expect(answer.status()).toBe(200)
  const content = await answer.body()
  for (const word of [OWNER, 'Exif', 'GPS']) expect(content.includes(word), word).toBe(false)
  await stranger.leave()
})

test('the planner exports both, by name, size and hash', async () => {
  const planner = await signIn('Als Planerin')
  await planner.page.getByRole('link', { name: 'Ausgaben' }).click()
  const [download] = await Promise.all([
    planner.page.waitForEvent('download'),
    planner.page.getByRole('button', { name: /^CSV ?: Sichere Schulwege$/ }).click(),
  ])
  const rows = readCsv(await readFile(await download.path(), 'utf8'))
  const row = rows.find(({ text }) => text === TEXT)!
  expect(row.publishedWithFiles).toBe('true')
  expect(JSON.parse(row.files!)).toMatchObject([
    { fileName: 'IMG_2041.jpg', mediaType: 'image/jpeg', alt: ALT, releaseWished: true },
    { fileName: 'Brief.pdf', sha256: createHash('sha256').update(LETTER).digest('hex') },
  ])
})

test('withheld after all, they are gone at once', async () => {
  const { page } = moderator
  const published = await resident.page.getByRole('img', { name: ALT }).getAttribute('src')
  await page.getByRole('link', { name: 'Ansehen oder anders entscheiden' }).click()
  await page.getByRole('button', { name: 'Dateien zurücknehmen' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben: QST-/ })
    .waitFor()
  const stranger = await town.enter()
  expect((await stranger.context.request.get(published!)).status()).toBe(404)
  await resident.page.reload()
  await resident.page.getByText(TEXT).first().waitFor()
  expect(await resident.page.getByRole('img', { name: ALT }).count()).toBe(0)
})
