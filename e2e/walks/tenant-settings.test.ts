import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
// Not the town itself: other walks read its pages meanwhile.
const HERE = '/t/strassenbauamt'
const SETTINGS = `${HERE}/staff/settings`

let administrator: Visitor
let resident: Visitor

const heading = ({ page }: Visitor, name: string, level = 1) =>
  page.getByRole('heading', { level, name }).waitFor()
const save = async ({ page }: Visitor) => {
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
}
const saved = ({ page }: Visitor) => page.getByText('Gespeichert.', { exact: true }).waitFor()
const colourOf = (visitor: Visitor) =>
  visitor.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary').trim())

/** A red square. */
function redPng(edge = 32): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(edge, 0)
  head.writeUInt32BE(edge, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(edge * 3, Buffer.from([200, 20, 20]))])
  const rows = deflateSync(Buffer.concat(Array.from({ length: edge }, () => row)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

test('over all authorities one finds what one looks for, in the list and on the map', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo('/')
  await heading(resident, 'Reden Sie mit, bevor gebaut wird.')
  const rows = page.getByRole('main').getByRole('heading', { level: 2 })
  await page.getByRole('link', { name: 'Radschnellweg Quelltal' }).waitFor()
  expect(await rows.count()).toBeGreaterThan(3)
  const pins = page
    .getByRole('region', { name: /Karte der Vorhaben/ })
    .getByRole('button', { name: /^[A-Z] / })
  expect(await pins.count()).toBe(await rows.count())
  await lookOver(resident, 'page over all authorities')

  await page
    .getByRole('combobox', { name: 'Ort oder Behörde' })
    .selectOption('Landesamt für Straßenbau Quelltal')
  await page.getByRole('link', { name: 'Alte Gärtnerei' }).waitFor({ state: 'detached' })
  expect(await rows.count()).toBe(1)
  expect(await pins.count()).toBe(1)
  expect(page.url()).toContain('place=strassenbauamt')
  await page.getByRole('combobox', { name: 'Art des Verfahrens' }).selectOption('Bebauungsplan')
  await page.getByText('Dazu gibt es kein Vorhaben').waitFor()
  // The address alone brings the same back.
  await resident.goTo('/?kind=urbanLandUsePlan&state=open&q=Gärtnerei')
  await page.getByRole('link', { name: 'Alte Gärtnerei' }).waitFor()
  expect(await rows.count()).toBe(1)
})

test('an administrator gives the authority a name and is told what cannot be', async () => {
  administrator = await town.enter()
  const { page } = administrator
  await administrator.goTo(`${HERE}/sign-in`)
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(administrator, 'Verfahren')
  await page.getByRole('link', { name: 'Einstellungen' }).click()
  await heading(administrator, 'Einstellungen')
  const key = page.getByRole('textbox', { name: 'Amtlicher Gemeindeschlüssel' })
  await key.fill('1451')
  await page.getByRole('textbox', { name: 'Telefon' }).fill('0371 000-581')
  await save(administrator)
  await page.getByText('Ein Gemeindeschlüssel hat acht, fünf oder zwei Ziffern').first().waitFor()
  expect(await page.getByRole('textbox', { name: 'Telefon' }).inputValue()).toBe('0371 000-581')
  await key.fill('14625')
  await save(administrator)
  await saved(administrator)
  await lookOver(administrator, 'settings: name and contact')
})

test('colours that cannot be read are refused with what was measured; others are seen at once', async () => {
  const { page } = administrator
  await administrator.goTo(`${SETTINGS}/look`)
  const byDay = page.getByRole('textbox', { name: 'Farbe bei Tag', exact: true })
  await byDay.fill('#ffcc00')
  await page.getByText(/^Zu schwach: 1,\d+ : 1/).waitFor()
  await save(administrator)
  await page
    .getByText(/gemessen 1,\d+ : 1 gegen #[0-9a-f]{6}, nötig sind 4,5 : 1/)
    .first()
    .waitFor()
  await byDay.fill('#7a1f5c')
  await page
    .getByText(/^Gut lesbar/)
    .first()
    .waitFor()
  await save(administrator)
  await saved(administrator)
  await expect.poll(() => colourOf(administrator)).toContain('#7a1f5c')
  await lookOver(administrator, 'settings: logo and colours')
  await resident.goTo(`${HERE}/`)
  await expect.poll(() => colourOf(resident)).toContain('#7a1f5c')
  await resident.page.getByRole('link', { name: 'Radschnellweg Quelltal' }).waitFor()
  await lookOver(resident, 'start page in colours of its own')
})

test('a logo is looked into and stands above every page', async () => {
  const { page } = administrator
  const file = page.getByLabel('Logo', { exact: true })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: svg })
  await page.getByText('Das ist kein PNG, JPEG oder WebP').waitFor()
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: redPng() })
  await page.getByText('Geprüft. Mit dem Speichern wird es öffentlich.').waitFor()
  await save(administrator)
  await saved(administrator)
  await resident.goTo(`${HERE}/imprint`)
  const logo = resident.page.locator('header img')
  await logo.waitFor()
  await expect.poll(() => logo.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(32)
})

test('the imprint and the accessibility statement say what the authority wrote', async () => {
  const { page } = administrator
  await administrator.goTo(`${SETTINGS}/imprint`)
  await page.getByRole('button', { name: 'Abschnitt hinzufügen' }).click()
  await page.locator('#settings-imprint-1-title').fill('Erreichbarkeit')
  await save(administrator)
  await page.getByText('Hier fehlt etwas.').first().waitFor()
  await page.locator('#settings-imprint-1-text').fill('Montags bis freitags.\n\nMittags geschlossen.')
  await save(administrator)
  await saved(administrator)
  await administrator.goTo(`${SETTINGS}/accessibility`)
  await page.getByRole('button', { name: 'Barriere hinzufügen' }).click()
  await page.locator('#settings-accessibility-gaps-0-text').fill('Filme haben keine Untertitel.')
  await save(administrator)
  await saved(administrator)
  await lookOver(administrator, 'settings: accessibility')

  const visitor = resident.page
  await resident.goTo(`${HERE}/p/radschnellweg-quelltal`)
  await heading(resident, 'Radschnellweg Quelltal')
  await visitor.getByRole('link', { name: 'Erklärung zur Barrierefreiheit' }).click()
  await visitor.getByText('Filme haben keine Untertitel.').waitFor()
  const mail = await visitor.getByRole('link', { name: 'Barriere per E-Mail melden' }).getAttribute('href')
  expect(decodeURIComponent(mail!)).toContain('/t/strassenbauamt/p/radschnellweg-quelltal')
  await lookOver(resident, 'accessibility statement of the authority')
  await visitor.getByRole('link', { name: 'Impressum' }).click()
  await visitor.getByText('Mittags geschlossen.').waitFor()
})

test('who is slower than a colleague loses nothing and overwrites nobody unasked', async () => {
  const colleague = await town.enter()
  await colleague.goTo(`${HERE}/sign-in`)
  await colleague.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(colleague, 'Verfahren')
  for (const each of [administrator, colleague]) {
    await each.goTo(`${SETTINGS}/maps`)
    await each.page.getByRole('textbox', { name: /^Zoomstufe/ }).waitFor()
  }
  await administrator.page.getByRole('textbox', { name: /^Zoomstufe/ }).fill('12')
  await save(administrator)
  await saved(administrator)
  await colleague.page.getByRole('textbox', { name: /^Zoomstufe/ }).fill('11')
  await save(colleague)
  await colleague.page.getByText('Inzwischen hat jemand anderes gespeichert.').waitFor()
  expect(await colleague.page.getByRole('textbox', { name: /^Zoomstufe/ }).inputValue()).toBe('11')
  await colleague.page.getByRole('button', { name: 'Deren Stand übernehmen' }).click()
  expect(await colleague.page.getByRole('textbox', { name: /^Zoomstufe/ }).inputValue()).toBe('12')
  await colleague.leave()
})

test('every section fits a telephone', async () => {
  const phone = await town.enter({ width: 360, height: 780 })
  await phone.goTo(`${HERE}/sign-in`)
  await phone.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(phone, 'Verfahren')
  for (const section of ['general', 'look', 'maps', 'imprint', 'privacy', 'accessibility', 'limits']) {
    await phone.goTo(`${SETTINGS}/${section}`)
    await phone.page.getByRole('button', { name: 'Speichern', exact: true }).waitFor()
    await fitsInWidth(phone, `settings: ${section}`)
    await lookOver(phone, `settings: ${section}, on a telephone`)
  }
})

test('a planner finds no settings, neither by link nor by address', async () => {
  const planner = await town.enter()
  await planner.goTo(`${HERE}/sign-in`)
  await planner.page.getByRole('button', { name: 'Als Planerin' }).click()
  await heading(planner, 'Verfahren')
  expect(await planner.page.getByRole('link', { name: 'Einstellungen', exact: true }).count()).toBe(0)
  await planner.goTo(SETTINGS)
  await planner.page.getByText('Einstellungen ändern Administratorinnen und Administratoren.').waitFor()
})
