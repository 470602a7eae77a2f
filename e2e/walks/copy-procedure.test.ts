import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
let planner: Visitor
const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('a planner chooses an earlier procedure instead of a template', async () => {
  planner = await town.enter()
  const { page } = planner
  await planner.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await heading(planner, 'Verfahren').waitFor()
  await planner.goTo('/t/quellstedt/staff/procedures/new')
  await page
    .getByLabel('Oder ein früheres Verfahren kopieren')
    .selectOption({ label: 'Alte Gärtnerei · Bebauungsplan Nr. 37' })
  await heading(planner, 'Kopie eines Verfahrens').waitFor()
  await page.getByText(/Mit kommen Texte.*Unterlagen, /).waitFor()
  await lookOver(planner, 'a copy to be made')
})

test('without a title nothing is made, and what was typed stays', async () => {
  const { page } = planner
  await page.getByLabel('Erster Tag').fill('2027-10-18')
  await page.getByRole('button', { name: 'Kopie anlegen' }).click()
  await page
    .getByText('Bitte geben Sie dem Verfahren einen Titel.')
    .or(page.locator('.error'))
    .first()
    .waitFor()
  expect(await page.getByLabel('Erster Tag').inputValue()).toBe('2027-10-18')
})

test('three fields make a draft that lacks only its notice', async () => {
  const { page } = planner
  await page.getByRole('textbox', { name: 'Titel' }).fill('Neue Gärtnerei')
  await page.getByRole('button', { name: 'Kopie anlegen' }).click()
  await heading(planner, /Grunddaten/).waitFor()
  const points = page.getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
  await points.getByRole('link', { name: 'Unterlagen' }).filter({ hasText: '5 Dateien' }).waitFor()
  await points.getByRole('link', { name: 'Zeitraum' }).click()
  await page.getByRole('status').filter({ hasText: 'Do 18.11.2027, 23:59:59 Uhr' }).waitFor()
  await page.getByLabel('Bekanntmachung am').fill('2027-10-08')
  await page.getByText(/^Gespeichert/).waitFor()
  await points.getByRole('link', { name: 'Prüfen und veröffentlichen' }).click()
  await page.getByRole('button', { name: 'Veröffentlichen' }).waitFor()
  expect(await page.getByText(/hält die Veröffentlichung auf|halten die Veröffentlichung auf/).count()).toBe(
    0,
  )
  await lookOver(planner, 'a copy that is ready to be published')
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  await page
    .getByText(/^Öffentlich seit/)
    .or(page.getByText('Veröffentlicht'))
    .first()
    .waitFor()
})
