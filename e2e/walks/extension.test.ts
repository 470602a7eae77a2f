import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
let planner: Visitor
let resident: Visitor
const WHY = 'Die Unterlagen waren zwei Tage lang nicht zu erreichen.'

const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
/** `2026-12-02`, so many days later. */
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
let lastDay: string

test('a planner opens the announced period, and its days are fixed', async () => {
  planner = await town.enter()
  const { page } = planner
  await planner.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await heading(planner, 'Verfahren').waitFor()
  await page
    .getByRole('link', { name: /Alte Gärtnerei/ })
    .first()
    .click()
  await page
    .getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
    .getByRole('link', { name: 'Zeitraum' })
    .click()
  await heading(planner, /Zeitraum/).waitFor()
  await page.getByText('Er wird nicht kürzer, aber er lässt sich verlängern.').waitFor()
})

test('what cannot be is said at its field, and nothing typed is lost', async () => {
  const { page } = planner
  await page.getByRole('button', { name: 'Zeitraum verlängern' }).click()
  const day = page.getByLabel('Neuer letzter Tag')
  lastDay = later((await day.getAttribute('min'))!, -1)
  await day.fill(lastDay)
  await page.getByRole('textbox', { name: 'Warum gibt es mehr Zeit?' }).fill(WHY)
  await page.getByRole('button', { name: 'Jetzt verlängern' }).click()
  await page.getByText('Der neue letzte Tag muss nach dem bisherigen liegen.').waitFor()
  await lookOver(planner, 'set up: an extension that cannot be')
  expect(await page.getByRole('textbox', { name: 'Warum gibt es mehr Zeit?' }).inputValue()).toBe(WHY)
})

test('two weeks more are public at once, with the reason', async () => {
  const { page } = planner
  const wanted = later(lastDay, 14)
  await page.getByLabel('Neuer letzter Tag').fill(wanted)
  await page.getByRole('button', { name: 'Jetzt verlängern' }).click()
  await page.getByRole('status').filter({ hasText: 'Die öffentliche Seite zeigt es schon' }).waitFor()
  await page.getByText(/^Verlängert von /).waitFor()
  // Nothing is left to be saved: the day follows the server.
  await page.getByText(/^Gespeichert/).waitFor()
  await lookOver(planner, 'set up: a period that was extended')

  resident = await town.enter()
  await resident.goTo('/t/quellstedt/p/alte-gaertnerei')
  const words = new Intl.DateTimeFormat('de', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  await resident.page
    .getByText(/^Verlängert: statt bis /)
    .filter({ hasText: words.format(new Date(wanted)) })
    .waitFor()
  await resident.page.getByText(WHY).waitFor()
  await lookOver(resident, 'a procedure whose period was extended')
})
