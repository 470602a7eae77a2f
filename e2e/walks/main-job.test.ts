import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { readCsv } from '../read-csv.ts'
import { smallPdf } from '../small-pdf.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TITLE = 'Platz an der Stadtmauer'
const BENCHES = 'Unter der Linde fehlen Bänke mit Lehne; meine Mutter kann sonst nicht ausruhen.'
const INSULT = 'Wer hier parkt, ist ein rücksichtsloser Trottel und gehört abgeschleppt.'
const SENTENCE = 'Bitte schreiben Sie es ohne das Schimpfwort, dann zeigen wir es gern.'
const AREA = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [12.904, 50.822],
        [12.912, 50.822],
        [12.912, 50.828],
        [12.904, 50.828],
        [12.904, 50.822],
      ],
    ],
  },
}
type Feature = { geometry: { type: string } | null; properties: Record<string, string> }

const links: Record<string, string> = {}
let planner: Visitor
let resident: Visitor
let moderator: Visitor

const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
/** The day in Quellstedt, so many days from now, as a date field takes it. */
const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })

/** Presses a button that asks for a file, and hands one in. */
async function hand(
  visitor: Visitor,
  words: string,
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent('filechooser'),
    visitor.page.getByRole('button', { name: words }).first().click(),
  ])
  await chooser.setFiles(file)
}

async function signIn(role: string): Promise<Visitor> {
  const visitor = await town.enter()
  await visitor.goTo('/t/quellstedt/')
  await visitor.page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await visitor.page.getByRole('button', { name: role }).click()
  await heading(visitor, 'Verfahren').waitFor()
  return visitor
}

/** To a point of the planner's list. */
async function toTask(name: string) {
  const { page } = planner
  await page
    .getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
    .getByRole('link', { name })
    .click()
  await heading(planner, new RegExp(name)).waitFor()
}
const isSaved = () => planner.page.getByText(/^Gespeichert/).waitFor()

test('the planner signs in and begins an informal procedure from a template card', async () => {
  planner = await signIn('Als Planerin')
  const { page } = planner
  await lookOver(planner, 'procedures of the planner')
  await page.getByRole('link', { name: 'Neues Verfahren' }).click()
  await heading(planner, 'Neues Verfahren').waitFor()
  await lookOver(planner, 'template cards')
  await page.getByRole('radio', { name: /^Kartendialog/ }).check()
  await page.getByRole('textbox', { name: 'Titel' }).fill(TITLE)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await heading(planner, /Grunddaten/).waitFor()
})

test('the planner says what it is about and what is still open', async () => {
  const { page } = planner
  await page
    .getByRole('textbox', { name: 'Kurzbeschreibung' })
    .fill('Der Platz wird neu gepflastert. Wo sitzen, wo spielen, wo parken Sie?')
  await page.getByRole('button', { name: 'Frage hinzufügen' }).click()
  await page.getByRole('textbox', { name: 'Frage 1' }).fill('Wo Bänke und Bäume stehen')
  await isSaved()
  await lookOver(planner, 'set up: basics')
})

test('the planner draws an area, then takes the one of the surveyor instead', async () => {
  const { page } = planner
  await toTask('Gebiet')
  await page.getByRole('button', { name: 'Gebiet zeichnen' }).click()
  const map = page.getByRole('application', { name: 'Karte zum Zeichnen des Gebiets' })
  for (const [x, y] of [
    [150, 120],
    [300, 130],
    [240, 260],
  ] as const)
    await map.click({ position: { x, y } })
  await page.getByText('Eckpunkt 3 gesetzt.').waitFor()
  await lookOver(planner, 'set up: an area while it is drawn')

  await hand(planner, 'Plan oder Gebiet einlesen', {
    name: 'platz.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(AREA)),
  })
  await page.getByText(/^platz\.geojson eingelesen: 1 Fläche/).waitFor()
  await isSaved()
  await lookOver(planner, 'set up: area')
})

test('the planner lays out a PDF', async () => {
  const { page } = planner
  await toTask('Unterlagen')
  await hand(planner, 'PDF auswählen', {
    name: 'skizze-platz.pdf',
    mimeType: 'application/pdf',
    buffer: smallPdf('Skizze des Platzes'),
  })
  await page.getByText('Da und geprüft').waitFor()
  await page.getByRole('textbox', { name: 'Name der Unterlage' }).fill('Skizze des Platzes')
  await lookOver(planner, 'set up: a document on its way')
  await page.getByRole('button', { name: 'Unterlage hinzufügen' }).click()
  await page.getByRole('listitem').filter({ hasText: 'skizze-platz.pdf' }).waitFor()
})

test('the planner sets the period and that contributions appear after review', async () => {
  const { page } = planner
  await toTask('Zeitraum')
  await page.getByLabel('Erster Tag').fill(day(0))
  await page.getByLabel('Letzter Tag').fill(day(30))
  await page.getByRole('status').filter({ hasText: '31 Tage' }).waitFor()
  await isSaved()
  await lookOver(planner, 'set up: period')
  await toTask('Regeln')
  await page.getByRole('radio', { name: /^Nach Prüfung/ }).check()
  await lookOver(planner, 'set up: rules')
})

test('the planner looks at the preview and publishes', async () => {
  const { page } = planner
  await toTask('Prüfen und veröffentlichen')
  const preview = page.getByTitle('Vorschau').contentFrame()
  await preview.getByText('Wo Bänke und Bäume stehen').first().waitFor()
  await lookOver(planner, 'set up: publish')
  await page.getByRole('button', { name: 'Verfahren veröffentlichen' }).click()
  await page.getByText('Veröffentlicht. Die öffentliche Seite zeigt jetzt diesen Stand.').waitFor()
})

test('a resident finds it on the start page and reads what is on display', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await page.getByRole('searchbox', { name: 'Ihre Straße oder ein Vorhaben' }).fill('Stadtmauer')
  await page.getByRole('status').filter({ hasText: 'Ein Vorhaben in der Liste' }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^A ${TITLE}`) }).waitFor()
  await page.getByRole('link', { name: TITLE, exact: true }).click()
  await heading(resident, TITLE).waitFor()
  await page.getByText('Wo Bänke und Bäume stehen').first().waitFor()
  await page.getByText('Skizze des Platzes').first().waitFor()
  await lookOver(resident, 'a new procedure')
})

async function write(text: string, namePlace: () => Promise<void>) {
  const { page } = resident
  await page.getByRole('link', { name: 'Beitrag schreiben' }).first().click()
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(text)
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await namePlace()
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).check()
  await lookOver(resident, 'write: check')
  await page.getByRole('button', { name: 'Absenden' }).click()
  await heading(resident, 'Ihr Beitrag ist da.').waitFor()
  await lookOver(resident, 'receipt')
  await page.getByText('Link anzeigen').click()
  links[text] = (await page.getByText(/\/status\/QST-\S+#/).textContent())!.trim()
  await page.getByRole('link', { name: `Zurück zu ${TITLE}` }).click()
  await heading(resident, TITLE).waitFor()
}

test('the resident writes one contribution with a point on the map', async () => {
  const { page } = resident
  await write(BENCHES, async () => {
    await page.getByRole('radio', { name: 'Auf der Karte zeigen' }).check()
    const map = page.getByRole('application', { name: /Fadenkreuz/ })
    const { width, height } = (await map.boundingBox())!
    await map.click({ position: { x: width / 2 + 30, y: height / 2 - 20 } })
    await page.getByText(/^Ort gesetzt:/).waitFor()
    await lookOver(resident, 'write: where, on the map')
  })
})

test('and another with its place in words', async () => {
  const { page } = resident
  await write(INSULT, async () => {
    await page.getByRole('radio', { name: 'Straße oder Adresse' }).check()
    await page.getByRole('combobox', { name: 'Straße oder Adresse' }).fill('Reichsst')
    await page
      .getByRole('option', { name: /Reichsstraße/ })
      .first()
      .click()
    await page.getByText('Gewählt: Reichsstraße').waitFor()
    await lookOver(resident, 'write: where, in words')
  })
})

test('neither is public before somebody has looked at it', async () => {
  const { page } = resident
  await page.getByText('Noch keine Beiträge').waitFor()
  await resident.goTo(links[BENCHES]!)
  await heading(resident, 'Eingegangen. Wird durchgesehen.').waitFor()
  await lookOver(resident, 'status: in review')
})

test('the moderator approves the one and withholds the other with a reason', async () => {
  moderator = await signIn('Als Moderator')
  const { page } = moderator
  await page.getByRole('link', { name: /^Moderation/ }).click()
  await heading(moderator, 'Moderation').waitFor()
  await page.getByRole('combobox', { name: 'Verfahren' }).selectOption({ label: TITLE })
  const queue = page.getByRole('listbox', { name: 'Beiträge in Prüfung, älteste zuerst' })
  await expect.poll(() => queue.getByRole('option').count()).toBe(2)

  await queue.getByRole('option', { name: /Unter der Linde/ }).click()
  await page.getByRole('article').getByRole('paragraph').filter({ hasText: BENCHES }).waitFor()
  await lookOver(moderator, 'moderation')
  await page.getByRole('button', { name: 'Freigeben' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben: QST-/ })
    .waitFor()

  await page.getByRole('article').getByRole('paragraph').filter({ hasText: INSULT }).waitFor()
  await page.getByRole('button', { name: 'Zurückhalten …' }).click()
  await page.getByRole('radio', { name: 'Beleidigung' }).check()
  await page.getByRole('textbox', { name: 'Was die Person dazu liest' }).fill(SENTENCE)
  await page.getByRole('button', { name: 'Beitrag zurückhalten' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Zurückgehalten: QST-/ })
    .waitFor()
  await page.getByText('Nichts mehr zu prüfen.').waitFor()
})

test('list and map show the approved one and not the other', async () => {
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: TITLE, exact: true }).click()
  await heading(resident, TITLE).waitFor()
  await page
    .getByRole('listitem')
    .getByRole('heading', { level: 3, name: /^Unter der Linde/ })
    .waitFor()
  const map = page.getByRole('region', { name: /^Karte der Beiträge/ })
  await map.getByRole('button', { name: /Unter der Linde/ }).waitFor()
  expect(await page.getByText('Trottel').count(), 'words that were withheld').toBe(0)
  expect(await map.getByRole('button').count(), 'signs on the map').toBe(1)
  await lookOver(resident, 'procedure with a contribution')
})

test('the status page says what became of each, and why', async () => {
  const { page } = resident
  await resident.goTo(links[INSULT]!)
  await heading(resident, 'Eingegangen, nicht veröffentlicht.').waitFor()
  await page.getByText('Er enthält eine Beleidigung.').waitFor()
  await page.getByText(SENTENCE).waitFor()
  await lookOver(resident, 'status: withheld')
  // Only what follows the # differs: the page has to notice by itself.
  await resident.goTo(links[BENCHES]!)
  await heading(resident, 'Eingegangen und veröffentlicht.').waitFor()
  await page.getByRole('link', { name: 'Veröffentlichten Beitrag ansehen' }).click()
  await page.getByText(BENCHES).first().waitFor()
})

async function exported(format: string): Promise<string> {
  const [download] = await Promise.all([
    planner.page.waitForEvent('download'),
    planner.page.getByRole('button', { name: new RegExp(`^${format} ?: ${TITLE}$`) }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}

test('the planner exports both with every decision, as CSV', async () => {
  const { page } = planner
  await page.getByRole('link', { name: 'Ausgaben' }).click()
  await heading(planner, 'Ausgaben').waitFor()
  await lookOver(planner, 'exports')
  const file = await exported('CSV')
  expect(file.startsWith('\uFEFF'), 'a mark that tells spreadsheets it is UTF-8').toBe(true)
  const rows = readCsv(file)
  expect(rows).toHaveLength(2)
  expect(rows.find(({ text }) => text === BENCHES)).toMatchObject({
    placeKind: 'point',
    audience: 'publicWithoutName',
    visibility: 'published',
    decision: 'publish',
    decidedBy: 'Marek Krause',
  })
  expect(rows.find(({ text }) => text === INSULT)).toMatchObject({
    placeKind: 'street',
    visibility: 'withheld',
    decision: 'withhold',
    decisionReason: 'insult',
    decisionReasonText: SENTENCE,
  })
})

test('and as GeoJSON', async () => {
  const { features } = JSON.parse(await exported('GeoJSON')) as { features: Feature[] }
  expect(features).toHaveLength(2)
  const of = (text: string) => features.find(({ properties }) => properties.text === text)!
  expect(of(BENCHES)).toMatchObject({ geometry: { type: 'Point' }, properties: { decision: 'publish' } })
  expect(of(INSULT).properties).toMatchObject({ decision: 'withhold', decisionReason: 'insult' })
})
