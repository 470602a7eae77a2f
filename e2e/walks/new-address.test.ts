import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { authenticatorApp } from '../one-time-code.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TOWN = '/t/quellstedt'
const PASSWORD = 'Drei Boote liegen am Ufer'
const mark = Date.now()
const [OLD, NEW] = [`nora.alt.${mark}@quellstedt.example`, `nora.neu.${mark}@quellstedt.example`]
const [HOME, MOVED] = [`kim.alt.${mark}@post.example`, `kim.neu.${mark}@post.example`]

let administrator: Visitor
let nora: Visitor
let kim: Visitor
let app: ReturnType<typeof authenticatorApp>
let links: { confirm: string; stop: string }

const heading = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

/** The newest message of a kind that lies in the mailbox of the sample town, to this address: the link in it. */
async function linkTo(address: string, kind: string): Promise<string> {
  const { page } = administrator
  // It follows from the event a moment later.
  for (let tries = 0; tries < 40; tries++) {
    await administrator.goTo(`${TOWN}/staff/messages`)
    const row = page.getByRole('listitem').filter({ hasText: kind }).first()
    await page.getByRole('listitem').or(page.getByText('Noch ist keine Nachricht')).first().waitFor()
    if (await row.count()) {
      await row.getByRole('link', { name: /^Lesen/ }).click()
      // What was stopped meanwhile cannot be read any more.
      await page.getByRole('article').or(page.getByText('ginge nicht mehr hinaus')).first().waitFor()
      if (await page.getByText(address).count())
        return (await page.getByRole('article').getByRole('link').first().getAttribute('href'))!
    }
    await page.waitForTimeout(1_000)
  }
  throw new Error(`No message "${kind}" to ${address} came.`)
}

async function signIn(who: Visitor, email: string) {
  const { page } = who
  await who.goTo(`${TOWN}/sign-in`)
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(email)
  await page.getByLabel('Passwort').fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}
async function prove({ page }: Visitor) {
  await page.getByRole('textbox', { name: 'Code aus der Authenticator-App' }).fill(app.code())
  await page.getByRole('button', { name: 'Weiter', exact: true }).click()
}

test('a planner is invited and sets up her account', async () => {
  administrator = await town.enter()
  await administrator.goTo(`${TOWN}/sign-in`)
  await administrator.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(administrator, 'Verfahren')
  await administrator.page.getByRole('link', { name: 'Menschen' }).click()
  const invite = administrator.page
  await invite.getByRole('button', { name: 'Einladen' }).click()
  await invite.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Feld')
  await invite.getByRole('textbox', { name: 'E-Mail' }).fill(OLD)
  await invite.getByRole('checkbox', { name: 'Planung' }).check()
  await invite.getByRole('button', { name: 'Einladungslink erzeugen' }).click()
  const { pathname, hash } = new URL((await invite.getByText(/\/invitation#/).textContent())!.trim())

  nora = await town.enter()
  const { page } = nora
  await nora.goTo(`${pathname}${hash}`)
  await page.getByLabel('Neues Passwort', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Neues Passwort noch einmal').fill(PASSWORD)
  await page.getByRole('button', { name: 'Annehmen' }).click()
  await page.getByRole('button', { name: 'App einrichten' }).click()
  app = authenticatorApp((await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!)
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill(app.code())
  await page.getByRole('button', { name: 'App bestätigen' }).click()
  await page.getByRole('checkbox', { name: 'Ich habe die Codes aufgehoben.' }).check()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await heading(nora, 'Verfahren')
})

test('she asks for another address; the one so far holds', async () => {
  const { page } = nora
  await nora.goTo(`${TOWN}/staff/account`)
  await page.getByRole('button', { name: 'Adresse ändern' }).click()
  const field = page.getByRole('textbox', { name: 'Neue E-Mail-Adresse' })
  const send = page.getByRole('button', { name: 'Bestätigung schicken' })
  await field.fill('nora')
  await send.click()
  await page.getByRole('alert').getByText('keine vollständige E-Mail-Adresse').waitFor()
  await field.fill(OLD)
  await send.click()
  await page.getByRole('alert').getByText('Diese Adresse haben Sie schon.').waitFor()
  await lookOver(nora, 'new address, refused')
  await page.setViewportSize({ width: 320, height: 640 })
  await fitsInWidth(nora, 'new address, refused')
  await field.fill(NEW)
  await send.click()
  await page.getByText(`${NEW} wartet auf Bestätigung`).waitFor()
  await page.getByText(`Eine E-Mail an ${NEW} ist unterwegs.`).waitFor()
  await lookOver(nora, 'new address, waiting')
  await fitsInWidth(nora, 'new address, waiting')
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('a link goes to each of the two addresses, and who is not signed in cannot confirm', async () => {
  links = {
    confirm: await linkTo(NEW, 'Bestätigung der neuen Adresse'),
    stop: await linkTo(OLD, 'Hinweis an die bisherige Adresse'),
  }
  const stranger = await town.enter({ width: 360, height: 740, phone: true })
  await stranger.goTo(links.confirm)
  await heading(stranger, 'Neue E-Mail-Adresse bestätigen')
  await lookOver(stranger, 'confirm a new address')
  await fitsInWidth(stranger, 'confirm a new address')
  await stranger.page.getByRole('button', { name: 'Bestätigen' }).click()
  await stranger.page.getByText('Bitte melden Sie sich zuerst an.').waitFor()
  await lookOver(stranger, 'confirm a new address, not signed in')
  // The refusal is told as an error, which is what it is.
  stranger.troubles.take()
  await stranger.leave()
})

test('she confirms it, and signs in with it from now on', async () => {
  const { page } = nora
  await nora.goTo(links.confirm)
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await heading(nora, 'Die neue Adresse gilt')
  await lookOver(nora, 'a new address holds')
  await page.reload()
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await page.getByText('Dieser Link gilt nicht mehr.').waitFor()
  await nora.goTo(`${TOWN}/staff/account`)
  await page.getByText(NEW, { exact: true }).waitFor()
  const elsewhere = await town.enter()
  await signIn(elsewhere, OLD)
  await elsewhere.page.getByText('E-Mail und Passwort passen nicht zusammen').waitFor()
  await signIn(elsewhere, NEW)
  await heading(elsewhere, 'Zweiter Schritt')
  await elsewhere.leave()
})

test('from the old address the change is undone, and everybody is signed out', async () => {
  const reader = await town.enter({ width: 360, height: 740, phone: true })
  await reader.goTo(links.stop)
  await lookOver(reader, 'stop a change of address')
  await reader.page.getByRole('button', { name: 'Stoppen' }).click()
  await heading(reader, 'Die Änderung ist gestoppt')
  await lookOver(reader, 'a change of address is stopped')
  await fitsInWidth(reader, 'a change of address is stopped')
  await reader.leave()
  await nora.goTo(`${TOWN}/staff/account`)
  await heading(nora, 'Anmelden')
  await signIn(nora, OLD)
  await prove(nora)
  await heading(nora, 'Verfahren')
})

test('a resident takes the account along to another address', async () => {
  kim = await town.enter({ width: 360, height: 740, phone: true })
  const { page } = kim
  await kim.goTo(`${TOWN}/my`)
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(HOME)
  await page.getByRole('button', { name: 'Link schicken' }).click()
  await page.getByText('ist ein Link unterwegs').waitFor()
  await kim.goTo(await linkTo(HOME, 'Link zum Anmelden'))
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByText(`Angemeldet mit ${HOME}.`).waitFor()
  await page.getByRole('button', { name: 'Andere Adresse angeben' }).click()
  await page.getByRole('textbox', { name: 'Neue E-Mail-Adresse' }).fill(MOVED)
  await lookOver(kim, 'my page: another address')
  await fitsInWidth(kim, 'my page: another address')
  await page.getByRole('button', { name: 'Bestätigung schicken' }).click()
  await page.getByText('Eine E-Mail ist unterwegs.').waitFor()
  await kim.goTo(await linkTo(MOVED, 'Bestätigung der neuen Adresse'))
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await heading(kim, 'Die neue Adresse gilt')
  await kim.goTo(`${TOWN}/my`)
  await page.getByText(`Angemeldet mit ${MOVED}.`).waitFor()
  expect(new URL(page.url()).pathname).toBe(`${TOWN}/my`)
})
