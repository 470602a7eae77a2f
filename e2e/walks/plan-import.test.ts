import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { chooseByArrows, hasFocus, pressEnterOn, tabTo } from '../keyboard.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TITLE = 'Gärtnerei, noch einmal gelesen'
const GARDEN = 'Quartiersgarten (Grünfläche: Erholungsgärten, öffentlich)'
const WORDS = 'Der Garten braucht einen Wasseranschluss, sonst vertrocknet er im Juli.'
let planner: Visitor
let resident: Visitor

const heading = ({ page }: Visitor, name: string | RegExp, level = 1) =>
  page.getByRole('heading', { level, name })
const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })

/** By the keys that the foot of the page names. */
async function toTask(number: number, name: string) {
  await planner.page.keyboard.press(`Alt+Digit${number}`)
  await heading(planner, new RegExp(name)).waitFor()
}

/** Enter on the button that asks for a file. */
async function hand(file: { name: string; buffer: Buffer }) {
  const { page } = planner
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    pressEnterOn(page, page.getByRole('button', { name: 'Plan oder Gebiet einlesen' })),
  ])
  await chooser.setFiles({ ...file, mimeType: 'application/octet-stream' })
}
const alteGaertnerei = () =>
  readFile(new URL('../../packages/sample-town/documents/alte-gaertnerei.gml', import.meta.url))

test('the planner begins a dialogue', async () => {
  planner = await town.enter()
  const { page } = planner
  await planner.goTo('/t/quellstedt/sign-in')
  await pressEnterOn(page, page.getByRole('button', { name: 'Als Planerin' }))
  await heading(planner, 'Verfahren').waitFor()
  await pressEnterOn(page, page.getByRole('link', { name: 'Neues Verfahren' }))
  await heading(planner, 'Neues Verfahren').waitFor()
  await page.getByRole('radio', { name: /^Kartendialog/ }).check()
  await tabTo(page, page.getByRole('textbox', { name: 'Titel' }))
  await page.keyboard.type(TITLE)
  await pressEnterOn(page, page.getByRole('button', { name: 'Entwurf anlegen' }))
  await heading(planner, /Grunddaten/).waitFor()
  await tabTo(page, page.getByRole('textbox', { name: 'Kurzbeschreibung' }))
  await page.keyboard.type('Was halten Sie von den einzelnen Teilen des Plans?')
  await page.getByText(/^Gespeichert/).waitFor()
})

test('a file that is no plan is refused with its reason, and nothing is lost', async () => {
  await toTask(2, 'Gebiet')
  const { page } = planner
  const doctype = '<?xml version="1.0"?>\n<!DOCTYPE plan [<!ENTITY a "b">]>\n<plan>&a;</plan>'
  await hand({ name: 'fremd.gml', buffer: Buffer.from(doctype) })
  await heading(planner, 'fremd.gml lässt sich nicht lesen', 2).waitFor()
  await page.getByText('Zeile 2.').waitFor()
  await lookOver(planner, 'set up: a plan that cannot be read')
  await pressEnterOn(page, page.getByRole('button', { name: 'Verwerfen' }))
  await heading(planner, 'fremd.gml lässt sich nicht lesen', 2).waitFor({ state: 'hidden' })
})

test('the plan is read, looked at and taken over by keyboard', async () => {
  const { page } = planner
  await hand({ name: 'alte-gaertnerei.gml', buffer: await alteGaertnerei() })
  const verdict = heading(planner, '34 Objekte gelesen', 2)
  await verdict.waitFor()
  await expect.poll(() => hasFocus(verdict), { message: 'what was waited for has the focus' }).toBe(true)
  await page.getByText('37 · Alte Gärtnerei').waitFor()
  await page.getByText('Nichts zu beanstanden.').waitFor()
  await page.getByText('34 Teile kommen dazu.').waitFor()
  await lookOver(planner, 'set up: a plan before it is taken over')
  await pressEnterOn(page, page.getByRole('button', { name: 'Plan übernehmen' }))
  await page.getByText(/^Übernommen\./).waitFor()
  await heading(planner, '34 Teile des Plans', 2).waitFor()
  await lookOver(planner, 'set up: a plan with its parts')
})

test('it is taken back, taken over again, and a part gets another name', async () => {
  const { page } = planner
  await pressEnterOn(page, page.getByRole('button', { name: 'Rückgängig machen' }))
  await page.getByText(/^Rückgängig gemacht/).waitFor()
  await heading(planner, '34 Teile des Plans', 2).waitFor({ state: 'hidden' })
  await hand({ name: 'alte-gaertnerei.gml', buffer: await alteGaertnerei() })
  await heading(planner, '34 Objekte gelesen', 2).waitFor()
  await pressEnterOn(page, page.getByRole('button', { name: 'Plan übernehmen' }))
  await heading(planner, '34 Teile des Plans', 2).waitFor()

  await tabTo(page, page.getByRole('searchbox', { name: 'Teil suchen' }))
  await page.keyboard.type('gemeinbedarf')
  await page.getByRole('status').filter({ hasText: '1 Treffer' }).waitFor()
  await pressEnterOn(page, page.getByRole('button', { name: /^Umbenennen/ }))
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect.poll(() => hasFocus(name)).toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Kindergarten am Bach')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Umbenennen.*Kindergarten am Bach/ }).waitFor({ state: 'attached' })
})

test('the planner publishes', async () => {
  const { page } = planner
  await toTask(4, 'Zeitraum')
  await page.getByLabel('Erster Tag').fill(day(0))
  await page.getByLabel('Letzter Tag').fill(day(30))
  await page.getByRole('status').filter({ hasText: '31 Tage' }).waitFor()
  await page.getByText(/^Gespeichert/).waitFor()
  await toTask(6, 'Prüfen und veröffentlichen')
  await pressEnterOn(page, page.getByRole('button', { name: 'Verfahren veröffentlichen' }))
  await page.getByText('Veröffentlicht. Die öffentliche Seite zeigt jetzt diesen Stand.').waitFor()
})

test('a resident picks an object of the plan from the list by keyboard', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await tabTo(page, page.getByRole('link', { name: TITLE, exact: true }), { most: 120 })
  await page.keyboard.press('Enter')
  await heading(resident, TITLE).waitFor()
  await tabTo(page, page.getByText('Alle 34 Planinhalte als Liste'), { most: 120 })
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox', { name: 'In der Liste suchen' }), { most: 120 })
  await page.keyboard.type('quartiersgarten')
  await pressEnterOn(page, page.getByRole('button', { name: /^Quartiersgarten/ }))
  await page.getByText('Festsetzung', { exact: true }).waitFor()
  await lookOver(resident, 'a plan that was read from a file')
})

test('and says what there is to say about it', async () => {
  const { page } = resident
  await pressEnterOn(page, page.getByRole('link', { name: /^Dazu schreiben.*Quartiersgarten/ }))
  await heading(resident, 'Was möchten Sie sagen?').waitFor()
  await tabTo(page, page.getByRole('textbox', { name: 'Ihr Beitrag' }))
  await page.keyboard.type(WORDS)
  await pressEnterOn(page, page.getByRole('button', { name: 'Weiter: Wo' }))
  await heading(resident, 'Wo ist das?').waitFor()
  await pressEnterOn(page, page.getByRole('button', { name: 'Weiter: Prüfen' }))
  await heading(resident, 'Stimmt alles so?').waitFor()
  await page.getByText(GARDEN).first().waitFor()
  await chooseByArrows(page, page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }))
  await pressEnterOn(page, page.getByRole('button', { name: 'Absenden' }))
  await heading(resident, 'Ihr Beitrag ist da.').waitFor()
})
