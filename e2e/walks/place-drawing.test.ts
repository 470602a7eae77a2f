import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { pixelOf, planPdf, SQUARE } from '../plan-pdf.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TITLE = 'Baufeld am Kaßberg'
/** The corners of the square on the ground: 600 points of paper are about 420 m. */
const WEST = 12.902
const EAST = 12.908
const NORTH = 50.8285
const SOUTH = 50.826

let planner: Visitor
let resident: Visitor

const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
const isSaved = () => planner.page.getByText(/^Gespeichert/).waitFor()
const field = (page: Page, point: number, name: string) =>
  page.getByRole('textbox', { name: `Punkt ${point}, ${name}` })

async function toTask(name: string) {
  await planner.page
    .getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
    .getByRole('link', { name })
    .click()
  await heading(planner, new RegExp(name)).waitFor()
}

/** A pair typed as numbers, as from the surveyor's list. */
async function type(point: number, [xPt, yPt]: readonly [number, number], lon: number, lat: number) {
  const { page } = planner
  const [x, y] = pixelOf([xPt, yPt])
  await field(page, point, 'Zeichnung x').fill(x.toFixed(0))
  await field(page, point, 'Zeichnung y').fill(y.toFixed(0))
  await field(page, point, 'Länge').fill(String(lon))
  await field(page, point, 'Breite').fill(String(lat))
  await field(page, point, 'Breite').press('Enter')
}

test('the planner sends a plan of which there is only a PDF, and picks its page', async () => {
  planner = await town.enter()
  const { page } = planner
  await planner.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await heading(planner, 'Verfahren').waitFor()
  await page.getByRole('link', { name: 'Neues Verfahren' }).click()
  await page.getByRole('radio', { name: /^Kartendialog/ }).check()
  await page.getByRole('textbox', { name: 'Titel' }).fill(TITLE)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await heading(planner, /Grunddaten/).waitFor()
  await page.getByRole('textbox', { name: 'Kurzbeschreibung' }).fill('Was soll auf dem Baufeld entstehen?')
  await isSaved()

  await toTask('Unterlagen')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Andere Datei auswählen' }).click(),
  ])
  await chooser.setFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: planPdf() })
  await page.getByText('Da und geprüft', { exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Name der Zeichnung' }).fill('Planzeichnung')
  await page.getByRole('textbox', { name: 'Seite' }).fill('3')
  await page.getByRole('button', { name: 'Übernehmen und einpassen' }).click()
  await page.getByText('Diese Seite gibt es nicht: Die Datei hat 2.').waitFor()
  await page.getByRole('textbox', { name: 'Seite' }).fill('2')
  await lookOver(planner, 'set up: a drawing on its way')
  await page.getByRole('button', { name: 'Übernehmen und einpassen' }).click()
  await heading(planner, 'Zeichnung einpassen: Planzeichnung').waitFor()
  await page.getByText('Noch 3 Punktpaare, dann liegt die Zeichnung auf der Karte.').waitFor()
  await lookOver(planner, 'place a drawing: no point yet')
})

test('the planner sets the first pair by mouse', async () => {
  const { page } = planner
  const picture = page.getByRole('application', { name: /^Planzeichnung: die Zeichnung/ })
  await picture.locator('img.leaflet-tile-loaded').first().waitFor()
  await picture.click({ position: { x: 200, y: 200 } })
  await page.getByText('Punkt 1: Wählen Sie jetzt dieselbe Stelle auf der Karte.').waitFor()
  await page.getByRole('application', { name: 'Karte zum Setzen derselben Punkte' }).click({
    position: { x: 150, y: 150 },
  })
  await page.getByText('Noch 2 Punktpaare, dann liegt die Zeichnung auf der Karte.').waitFor()
  await isSaved()
})

test('the second by keyboard alone, with the map brought to a street', async () => {
  const { page } = planner
  const picture = page.getByRole('application', { name: /^Planzeichnung: die Zeichnung/ })
  await picture.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  // The focus goes to where the other half belongs.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Karte zum Setzen derselben Punkte')
  await page.getByRole('combobox', { name: 'Straße suchen' }).fill('Limbacher')
  await page
    .getByRole('option', { name: /Limbacher Straße/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('application', { name: 'Karte zum Setzen derselben Punkte' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Noch 1 Punktpaar, dann liegt die Zeichnung auf der Karte.').waitFor()
})

test('but has better numbers: three corners and their error, then a slip and the way back', async () => {
  const { page } = planner
  await type(1, [SQUARE.left, SQUARE.top], WEST, NORTH)
  await type(2, [SQUARE.right, SQUARE.top], EAST, NORTH)
  await type(3, [SQUARE.right, SQUARE.bottom], EAST, SOUTH)
  const result = page.getByRole('status').filter({ hasText: 'Die Zeichnung liegt auf etwa' })
  await result.filter({ hasText: 'Ein vierter Punkt' }).waitFor()
  await type(4, [SQUARE.left, SQUARE.bottom], WEST + 0.0003, SOUTH)
  await expect.poll(() => result.textContent()).toMatch(/auf etwa \d+(,\d)? m genau/)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(() => field(page, 4, 'Länge').inputValue()).toBe('')
  await isSaved()
  await lookOver(planner, 'place a drawing: placed')
})

test('the drawing lies on the map, as dark as the planner wants', async () => {
  const { page } = planner
  await page.getByRole('button', { name: 'Zeichnung auf der Karte zeigen' }).click()
  await page.locator('.leaflet-drawings-pane img.leaflet-tile-loaded').first().waitFor()
  await page.getByRole('slider', { name: 'Deckkraft der Zeichnung' }).fill('60')
  await page.getByRole('link', { name: 'Zu den Unterlagen' }).click()
  await page.getByText(/3 Punkte, auf etwa/).waitFor()
  await lookOver(planner, 'set up: documents with a drawing')
})

test('the planner publishes', async () => {
  const { page } = planner
  await toTask('Zeitraum')
  await page.getByLabel('Erster Tag').fill(day(0))
  await page.getByLabel('Letzter Tag').fill(day(20))
  await isSaved()
  await toTask('Prüfen und veröffentlichen')
  await page.getByRole('button', { name: 'Verfahren veröffentlichen' }).click()
  await page.getByText('Veröffentlicht. Die öffentliche Seite zeigt jetzt diesen Stand.').waitFor()
})

test('everybody sees the drawing on the map, can switch it off and open the document', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  const answered = page.waitForResponse((response) => response.url().includes('/tiles/plan/'))
  await page.getByRole('link', { name: TITLE, exact: true }).click()
  await heading(resident, TITLE).waitFor()
  const tile = await answered
  expect([tile.status(), tile.headers()['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  const tiles = page.locator('.leaflet-drawings-pane img.leaflet-tile-loaded')
  await tiles.first().waitFor()
  await page.getByRole('slider', { name: /^Deckkraft/ }).fill('100')
  await lookOver(resident, 'procedure with a drawing')
  await page.getByRole('checkbox', { name: 'Planzeichnung' }).uncheck()
  await expect.poll(() => tiles.count()).toBe(0)
  const link = page.getByRole('link', { name: /^Als Dokument öffnen \(Seite 2\)/ })
  const file = await resident.context.request.get((await link.getAttribute('href'))!)
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

test('and on a phone, in the dark', async () => {
  const phone = await town.enter({ width: 360, height: 740, phone: true, dark: true })
  const { page } = phone
  await phone.goTo(new URL(resident.page.url()).pathname)
  await page.getByRole('button', { name: 'Plan auf der Karte zeigen' }).click()
  await page.locator('.leaflet-drawings-pane img.leaflet-tile-loaded').first().waitFor()
  await lookOver(phone, 'procedure with a drawing, on a phone')
})
