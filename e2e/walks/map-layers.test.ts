import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { tabTo } from '../keyboard.ts'
import { startMapService } from '../map-service.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TOWN = '/t/quellstedt'
let service: Awaited<ReturnType<typeof startMapService>>
let administrator: Visitor
let resident: Visitor

beforeAll(async () => {
  service = await startMapService()
})
afterAll(() => service.close())

/** Tiles of layers on the page that have come. */
const tilesOf = ({ page }: Visitor) =>
  page
    .locator('img.leaflet-tile-loaded')
    .evaluateAll(
      (images) => images.filter((image) => image.getAttribute('src')!.includes('/tiles/layers/')).length,
    )

async function until(what: () => Promise<boolean>) {
  await expect.poll(what, { timeout: 15_000 }).toBe(true)
}

test('an administrator adds an aerial picture from what its service offers', async () => {
  administrator = await town.enter()
  const { page } = administrator
  await administrator.goTo(`${TOWN}/sign-in`)
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click()
  await page.getByRole('link', { name: 'Kartenlayer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kartenlayer' }).waitFor()
  await lookOver(administrator, 'layers: none')
  await page.getByRole('button', { name: 'Layer hinzufügen' }).click()

  const address = page.getByRole('textbox', { name: 'Adresse' })
  await address.fill('https://169.254.169.254/wms')
  await page.getByRole('button', { name: 'Angebot des Dienstes lesen' }).click()
  await page.getByText('Die Adresse führt in ein internes Netz.').waitFor()
  await address.fill(service.url)
  await page.getByRole('button', { name: 'Angebot des Dienstes lesen' }).click()
  await page.getByText('„Luftbilder Quellstedt“ bietet 1 Layer an.').waitFor()
  await page.getByText('1 weiterer liegt nicht in Web Mercator (EPSG:3857) vor').waitFor()
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Luftbild 2026')
  expect(await page.getByRole('textbox', { name: 'Quellenangabe' }).inputValue()).toBe(
    'Vermessungsamt Quellstedt',
  )
  await page
    .getByRole('textbox', { name: 'In Worten: was zu sehen ist' })
    .fill('Dächer, Bäume und Wege, wie sie im Frühjahr von oben aussehen.')
  await lookOver(administrator, 'layers: form')
  await page.getByRole('button', { name: 'Speichern' }).click()

  await page.getByRole('region', { name: 'Vorschau' }).first().waitFor()
  await until(async () => (await tilesOf(administrator)) > 0)
  await page.getByText('Entwurf').waitFor()
  await page.getByRole('button', { name: 'Prüfen' }).click()
  await page.getByText('Antwortet:').waitFor()
  await lookOver(administrator, 'layers: preview')
})

test('while it is a draft, residents see nothing of it', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo(`${TOWN}/p/alte-gaertnerei/plan`)
  await page.getByRole('region').first().waitFor()
  expect(await page.getByRole('button', { name: 'Karteninhalte' }).count()).toBe(0)
})

test('once it is public, a resident lays it on the map by keyboard, and it stays so', async () => {
  const staff = administrator.page
  await staff.getByRole('button', { name: 'Ändern' }).click()
  await staff.getByRole('checkbox', { name: 'Öffentlich' }).check()
  await staff.getByRole('button', { name: 'Speichern' }).click()
  await staff.getByText(/ · öffentlich/).waitFor()

  const { page } = resident
  const open = page.getByRole('button', { name: 'Karteninhalte' })
  await expect
    .poll(
      async () => {
        await page.reload()
        return open.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        )
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await tabTo(page, open)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('checkbox', { name: 'Luftbild 2026' }))
  await page.keyboard.press('Space')
  await page.getByText('Dächer, Bäume und Wege').waitFor()
  await page.getByText('Vermessungsamt Quellstedt · © OpenStreetMap-Mitwirkende').waitFor()
  await until(async () => (await tilesOf(resident)) > 0)
  await lookOver(resident, 'map with a layer')
  await page
    .getByRole('slider', { name: /Deckkraft/ })
    .first()
    .press('Home')
  await page.keyboard.press('Escape')
  expect(await open.getAttribute('aria-expanded')).toBe('false')

  await page.reload()
  await until(async () => (await tilesOf(resident)) > 0)
})

test('who reads instead of looking finds it in words, on a telephone too', async () => {
  const reader = await town.enter({ width: 360, height: 740, phone: true })
  await reader.goTo(`${TOWN}/map-contents`)
  await reader.page.getByRole('heading', { level: 2, name: 'Luftbild 2026' }).waitFor()
  await reader.page.getByText('Dächer, Bäume und Wege').waitFor()
  await lookOver(reader, 'map contents')
  await fitsInWidth(reader, 'map contents')
  await reader.leave()
})

test('deleted, it is gone from every map', async () => {
  const staff = administrator.page
  await staff.setViewportSize({ width: 360, height: 740 })
  await fitsInWidth(administrator, 'layers on a telephone')
  await staff.getByRole('button', { name: 'Löschen' }).click()
  await staff.getByRole('button', { name: 'Ja, löschen' }).click()
  await staff.getByText('Layer gelöscht.').waitFor()
})
