import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { readCsv } from '../read-csv.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const WORDS = 'Auf dem Rundgang gesehen: An der Bachpromenade fehlt ein Trinkbrunnen.'

let visitor: Visitor
const bar = () => visitor.page.getByRole('complementary', { name: 'Fünf Minuten in Quellstedt' })
const heading = (name: string | RegExp) => visitor.page.getByRole('heading', { level: 1, name })

/** On to the next step, and until its words stand in the bar. */
async function onwards(step: number, words: string, button = 'Weiter') {
  await bar().getByRole('button', { name: button, exact: true }).click()
  await bar().getByText(`Schritt ${step} von 10`).waitFor()
  await bar().getByText(words).waitFor()
}

test('the start page of the sample town leads to the tour', async () => {
  visitor = await town.enter()
  await visitor.goTo('/t/quellstedt/')
  await visitor.page.getByRole('link', { name: 'Fünf Minuten in Quellstedt' }).click()
  await heading('Fünf Minuten in Quellstedt').waitFor()
  await lookOver(visitor, 'tour')
  await visitor.page.getByRole('button', { name: 'Rundgang beginnen' }).click()
  await bar().getByText('Schritt 1 von 10').waitFor()
})

test('1 and 2: one finds the plan', async () => {
  const { page } = visitor
  await page.getByRole('searchbox', { name: 'Ihre Straße oder ein Vorhaben' }).fill('Neefestraße')
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).waitFor()
  await onwards(2, 'Sehen, was geplant ist')
  await heading('Alte Gärtnerei').waitFor()
  await lookOver(visitor, 'tour: procedure with the bar')
})

test('3: one reads what the plan changes around a street', async () => {
  const { page } = visitor
  await onwards(3, 'Was das für Ihre Adresse heißt')
  await page.getByRole('combobox', { name: 'Straße und Hausnummer' }).fill('Neefestr')
  await page
    .getByRole('option', { name: /^Neefestraße/ })
    .first()
    .click()
  await page.getByText(/^\d+ Planinhalte im Umkreis von 200 Metern$/).waitFor()
  await lookOver(visitor, 'tour: at my address')
})

test('4: one reads the report and searches in it', async () => {
  const { page } = visitor
  await onwards(4, 'Die Unterlagen lesen')
  await page.getByRole('link', { name: /^Lesen ?: Begründung/ }).click()
  await heading('Begründung').waitFor()
  await page.getByRole('searchbox', { name: /^Suchen in: Begründung/ }).fill('Stellplätze')
  await page.getByText(/^(Ein Treffer|Treffer 1 von \d+), Seite \d+$/).waitFor()
  await lookOver(visitor, 'tour: reader')
  expect(await bar().isVisible(), 'the bar goes along').toBe(true)
})

test('5: one writes a sentence, with its place in words', async () => {
  const { page } = visitor
  await onwards(5, 'Einen Beitrag schreiben')
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(WORDS)
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: 'Straße oder Adresse' }).check()
  await page.getByRole('combobox', { name: 'Straße oder Adresse' }).fill('Neefestr')
  await page
    .getByRole('option', { name: /^Neefestraße/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).check()
  await page.getByRole('button', { name: 'Absenden' }).click()
  await heading('Ihr Beitrag ist da.').waitFor()
})

test('6: signed in as moderator by the bar, one approves it', async () => {
  const { page } = visitor
  await onwards(6, 'Den Beitrag freigeben', 'Weiter als Moderator')
  await heading('Moderation').waitFor()
  const queue = page.getByRole('listbox', { name: 'Beiträge in Prüfung, älteste zuerst' })
  await queue.focus()
  await page.keyboard.press('End')
  await page.getByRole('article').getByRole('paragraph').filter({ hasText: WORDS }).waitFor()
  await lookOver(visitor, 'tour: moderation with the bar')
  await page.getByRole('button', { name: 'Freigeben' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben: QST-/ })
    .waitFor()
})

test('7: it is public', async () => {
  const { page } = visitor
  await onwards(7, 'Er ist öffentlich')
  await page.getByRole('searchbox', { name: 'In den Beiträgen suchen' }).fill('Trinkbrunnen')
  await page
    .getByRole('listitem')
    .getByRole('heading', { level: 3, name: /^Auf dem Rundgang gesehen/ })
    .waitFor()
})

test('8 and 9: signed in as planner, one looks at the procedures and at the templates', async () => {
  const { page } = visitor
  await onwards(8, 'Der Überblick der Planung', 'Weiter als Planerin')
  await heading('Verfahren').waitFor()
  await page.getByRole('link', { name: 'Alte Gärtnerei' }).first().waitFor()
  await onwards(9, 'Ein Verfahren einrichten')
  await heading('Neues Verfahren').waitFor()
})

test('10: one takes the result along, and the contribution is in it', async () => {
  const { page } = visitor
  await onwards(10, 'Das Ergebnis mitnehmen')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^CSV ?: Alte Gärtnerei$/ }).click(),
  ])
  const rows = readCsv(await readFile(await download.path(), 'utf8'))
  expect(rows.find(({ text }) => text === WORDS)).toMatchObject({
    visibility: 'published',
    placeKind: 'street',
  })
  await bar().getByRole('button', { name: 'Fertig' }).click()
  expect(await bar().count(), 'bars after the end').toBe(0)
})

test('at 320 px and 400 % the bar leaves the page to be read', async () => {
  const narrow = await town.enter({ width: 320, height: 256 })
  await narrow.goTo('/t/quellstedt/tour')
  await narrow.page.getByRole('button', { name: 'Rundgang beginnen' }).click()
  await narrow.page.getByText('Schritt 1 von 10').waitFor()
  await fitsInWidth(narrow, 'tour: first step at 400 %')
  await lookOver(narrow, 'tour: first step at 400 %')
  await narrow.leave()
})
