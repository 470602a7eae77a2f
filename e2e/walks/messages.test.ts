import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TOWN = '/t/quellstedt'
const NAME = `Ada Krämer ${Date.now() % 100_000}`
const EMAIL = `ada.${Date.now()}@quellstedt.example`

let administrator: Visitor
let link: string

test('an administrator invites somebody', async () => {
  administrator = await town.enter()
  const { page } = administrator
  await administrator.goTo(`${TOWN}/sign-in`)
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  await page.getByRole('link', { name: 'Menschen' }).click()
  await page.getByRole('button', { name: 'Einladen' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME)
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(EMAIL)
  await page.getByRole('checkbox', { name: 'Planung' }).check()
  await page.getByRole('button', { name: 'Einladungslink erzeugen' }).click()
  await page.getByRole('button', { name: 'Fertig' }).click()
  await page.getByRole('listitem').filter({ hasText: EMAIL }).waitFor()
})

test('the invitation lies in the mailbox of the sample town', async () => {
  const { page } = administrator
  await page.getByRole('link', { name: 'Nachrichten', exact: true }).click()
  await page.getByText('Hier ist ihr Briefkasten.').waitFor()
  // It follows from the event a moment later.
  const row = page.getByRole('listitem').filter({ hasText: NAME })
  for (let tries = 0; tries < 20 && !(await row.count()); tries++) {
    await page.waitForTimeout(1_000)
    await page.reload()
    await page.getByRole('tab', { name: 'Verschickt' }).waitFor()
    await page
      .getByRole('listitem')
      .first()
      .waitFor()
      .catch(() => {})
  }
  await lookOver(administrator, 'messages')
  await row.getByRole('link', { name: /^Lesen/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Einladung zur Mitarbeit/ }).waitFor()
  await page.getByText(EMAIL).waitFor()
  await lookOver(administrator, 'a message in the mailbox')
  await page.setViewportSize({ width: 320, height: 256 })
  await fitsInWidth(administrator, 'a message in the mailbox')
  link = (await page.getByRole('article').getByRole('link').first().getAttribute('href'))!
  expect(link).toMatch(/^\/t\/quellstedt\/invitation#[\w-]{43}$/)
})

test('whoever has the mail accepts the invitation', async () => {
  const ada = await town.enter()
  const { page } = ada
  await ada.goTo(link)
  await page.getByText(`${NAME}, Sie sind eingeladen`).waitFor()
  await page.getByLabel('Neues Passwort', { exact: true }).fill('Vier Linden am Mühlgraben')
  await page.getByLabel('Neues Passwort noch einmal').fill('Vier Linden am Mühlgraben')
  await page.getByRole('button', { name: 'Annehmen' }).click()
  await page.getByRole('button', { name: 'App einrichten' }).waitFor()
  await ada.leave()
})

test('the authority writes the message in its own words, and only what can be sent is taken', async () => {
  const { page } = administrator
  await page.setViewportSize({ width: 1440, height: 900 })
  await administrator.goTo(`${TOWN}/staff/messages/words`)
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await page.getByRole('combobox', { name: 'Nachricht' }).selectOption('receiptCopy')
  await text.fill('Ihr Beleg: https://anderswo.example/')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Links dürfen nur auf diese Plattform führen.').waitFor()
  await lookOver(administrator, 'words of a message, refused')
  await text.fill('Danke! Ihr Beleg hat die Nummer {number}.\n\n{link}')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Gespeichert. Ab jetzt gehen Nachrichten mit diesen Worten hinaus.').waitFor()
  await page.getByRole('button', { name: 'Zurück zu unseren Worten' }).click()
  await page.getByText('Jetzt stehen hier wieder unsere Worte.').waitFor()
})

test('a link that is not ours does nothing and says so', async () => {
  const { page } = administrator
  await administrator.goTo(`${TOWN}/mail/stop/${'A'.repeat(43)}`)
  await page.getByRole('heading', { level: 1, name: 'Dieser Link gilt nicht mehr' }).waitFor()
  await lookOver(administrator, 'a link in a message that is over')
})
