import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
let planner: Visitor

const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const isSaved = () => planner.page.getByText(/^Gespeichert/).waitFor()
const lastDay = () => planner.page.getByRole('status').filter({ hasText: 'Letzter Tag' })

async function begin(template: RegExp, title: string) {
  const { page } = planner
  await planner.goTo('/t/quellstedt/staff/procedures/new')
  await heading(planner, 'Neues Verfahren').waitFor()
  await page.getByRole('radio', { name: template }).check()
  await page.getByRole('textbox', { name: 'Titel' }).fill(title)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await heading(planner, /Grunddaten/).waitFor()
  await toTask('Zeitraum')
}
async function toTask(name: string) {
  await planner.page
    .getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
    .getByRole('link', { name })
    .click()
  await heading(planner, new RegExp(name)).waitFor()
}

test('the planner types two days and sees the third computed, with every reason', async () => {
  planner = await town.enter()
  const { page } = planner
  await planner.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Anmelden (Verwaltung)' }).click()
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await heading(planner, 'Verfahren').waitFor()
  await begin(/^Veröffentlichung des Entwurfs/, 'Am Mühlgraben')
  await lookOver(planner, 'set up: a period by law that nobody has begun')
  await page.getByLabel('Bekanntmachung am').fill('2027-10-08')
  await page.getByLabel('Erster Tag').fill('2027-10-18')
  await lastDay().filter({ hasText: 'Do 18.11.2027, 23:59:59 Uhr' }).waitFor()
  const reasons = page.getByRole('listitem')
  await reasons
    .filter({ hasText: 'Mi 17.11.2027 ist Buß- und Bettag. Das Ende rückt auf Do 18.11.2027.' })
    .waitFor()
  await reasons.filter({ hasText: 'Ein Monat endet am Mi 17.11.2027.' }).waitFor()
  await page.getByText('Mi 17.11., verschiebt das Ende').waitFor()
  await page.getByText('So 31.10., ohne Wirkung').waitFor()
  await isSaved()
  await lookOver(planner, 'set up: a period by law')
})

test('a notice on the first day is too late, and holds the procedure up', async () => {
  const { page } = planner
  await page.getByLabel('Bekanntmachung am').fill('2027-10-18')
  await page.getByText(/ist zu spät: Sie muss vor dem Beginn liegen/).waitFor()
  await isSaved()
  await toTask('Prüfen und veröffentlichen')
  await page.getByRole('listitem').filter({ hasText: 'Die Bekanntmachung kommt zu spät' }).last().waitFor()
  await lookOver(planner, 'set up: what the law has against it')
  await page.getByRole('link', { name: 'Tage ändern' }).click()
  await heading(planner, /Zeitraum/).waitFor()
  await page.getByLabel('Bekanntmachung am').fill('2027-10-08')
  await page.getByText(/ist zu spät/).waitFor({ state: 'detached' })
})

test('a longer period wants its reason, and both are still there after coming back', async () => {
  const { page } = planner
  await page.getByRole('radio', { name: 'Ja, mit Begründung' }).check()
  await page.getByLabel('Auslegung bis einschließlich').fill('2027-12-03')
  await page.getByText(/ist länger als verlangt/).waitFor()
  await page.getByRole('textbox', { name: 'Grund' }).fill('Die Herbstferien liegen in der Frist.')
  await page.getByText(/ist länger als verlangt/).waitFor({ state: 'detached' })
  await lastDay().filter({ hasText: 'Fr 03.12.2027, 23:59:59 Uhr' }).waitFor()
  await isSaved()
  await lookOver(planner, 'set up: a longer period with its reason')
  await page.reload()
  await lastDay().filter({ hasText: 'Fr 03.12.2027, 23:59:59 Uhr' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Grund' }).inputValue()).toBe(
    'Die Herbstferien liegen in der Frist.',
  )
  await page.getByRole('radio', { name: 'Nein' }).check()
  await lastDay().filter({ hasText: 'Do 18.11.2027, 23:59:59 Uhr' }).waitFor()
  await isSaved()
})

test('plan approval asks which text of the law applies, and tells display from objections', async () => {
  const { page } = planner
  await begin(/^Planfeststellung/, 'Ortsumgehung')
  await page.getByLabel('Erster Tag').fill('2027-09-01')
  await lastDay().filter({ hasText: 'Mi 13.10.2027, 23:59:59 Uhr' }).waitFor()
  await page.getByText('Auslegung bis Do 30.09.2027').waitFor()
  await page.getByRole('radio', { name: 'Alte Fassung' }).check()
  await lastDay().filter({ hasText: 'Do 14.10.2027, 23:59:59 Uhr' }).waitFor()
  await isSaved()
  await lookOver(planner, 'set up: the period of a plan approval')
})
