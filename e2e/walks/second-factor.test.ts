import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { authenticatorApp } from '../one-time-code.ts'
import { ADDRESS, openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
// Browsers make passkeys for names only, and this machine has one.
const address = ADDRESS.replace('127.0.0.1', 'localhost')
const TOWN = '/t/quellstedt'
const PASSWORD = 'Drei Boote liegen am Ufer'
const EMAIL = `nora.feld.${Date.now()}@quellstedt.example`

let administrator: Visitor
let nora: Visitor
let elsewhere: Visitor
let link: string
let app: ReturnType<typeof authenticatorApp>
let recoveryCodes: string[]

const heading = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

async function typePassword({ page }: Visitor, password = PASSWORD) {
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(EMAIL)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}
async function signOut({ page }: Visitor) {
  await page.getByRole('button', { name: /Einstellungen$/ }).click()
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
}
/** A browser whose computer keeps passkeys, with a finger on its reader. */
async function keepPasskeys({ page, context }: Visitor) {
  const debug = await context.newCDPSession(page)
  await debug.send('WebAuthn.enable')
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('the administrator invites a planner and gets a link to hand over', async () => {
  administrator = await town.enter({ address })
  const { page } = administrator
  await administrator.goTo(`${TOWN}/sign-in`)
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(administrator, 'Verfahren')
  await page.getByRole('link', { name: 'Menschen' }).click()
  await heading(administrator, 'Menschen')
  await page.getByRole('button', { name: 'Einladen' }).click()
  await page.getByRole('button', { name: 'Einladungslink erzeugen' }).click()
  await page.getByText('Wählen Sie mindestens eine Rolle.').waitFor()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nora Feld')
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(EMAIL)
  await page.getByRole('checkbox', { name: 'Planung' }).check()
  await lookOver(administrator, 'people: invite')
  await page.getByRole('button', { name: 'Einladungslink erzeugen' }).click()
  link = (await page.getByText(/\/invitation#/).textContent())!.trim()
  await lookOver(administrator, 'people: link')
  await page.getByRole('button', { name: 'Fertig' }).click()
  await page.getByText(EMAIL).waitFor()
})

test('the invited planner sets a password; one that everybody guesses is refused', async () => {
  nora = await town.enter({ address, width: 360, height: 740, phone: true })
  const { page } = nora
  const { pathname, hash } = new URL(link)
  await nora.goTo(`${pathname}${hash}`)
  await heading(nora, 'Einladung annehmen')
  await page.getByText('Nora Feld, Sie sind eingeladen').waitFor()
  await lookOver(nora, 'invitation')
  await fitsInWidth(nora, 'invitation')
  const choose = async (password: string) => {
    await page.getByLabel('Neues Passwort', { exact: true }).fill(password)
    await page.getByLabel('Neues Passwort noch einmal').fill(password)
    await page.getByRole('button', { name: 'Annehmen' }).click()
  }
  await choose('Passwort2026!')
  await page.getByRole('alert').getByText('wird als eines der ersten geraten').waitFor()
  await choose(PASSWORD)
  await heading(nora, 'Zweiten Faktor einrichten')
  await lookOver(nora, 'set up a second factor')
  await fitsInWidth(nora, 'set up a second factor')
})

test('with the password alone no page of the staff opens', async () => {
  const { page } = nora
  for (const path of ['/people', '/account', '/exports', '']) {
    await nora.goTo(`${TOWN}/staff${path}`)
    await heading(nora, 'Zweiten Faktor einrichten')
  }
  expect(new URL(page.url()).pathname).toBe(`${TOWN}/sign-in`)
})

test('the planner sets up an authenticator app and keeps ten recovery codes', async () => {
  const { page } = nora
  await page.getByRole('button', { name: 'App einrichten' }).click()
  await page.getByRole('img', { name: /^QR-Code/ }).waitFor()
  app = authenticatorApp((await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!)
  await lookOver(nora, 'authenticator app')
  await fitsInWidth(nora, 'authenticator app')
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill('12345')
  await page.getByRole('button', { name: 'App bestätigen' }).click()
  await page.getByRole('alert').getByText('Dieser Code passt nicht').waitFor()
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill(app.code())
  await page.getByRole('button', { name: 'App bestätigen' }).click()

  await page.getByRole('heading', { name: 'Zehn Wiederherstellungscodes' }).waitFor()
  await lookOver(nora, 'recovery codes')
  await fitsInWidth(nora, 'recovery codes')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei speichern' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  recoveryCodes = file.match(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/gm) ?? []
  expect(new Set(recoveryCodes).size).toBe(10)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByText('Bitte heben Sie die Codes zuerst auf').waitFor()
  await page.getByRole('checkbox', { name: 'Ich habe die Codes aufgehoben.' }).check()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await heading(nora, 'Verfahren')
})

test('the link opens nothing a second time', async () => {
  const stranger = await town.enter({ address })
  const { pathname, hash } = new URL(link)
  await stranger.goTo(`${pathname}${hash}`)
  await heading(stranger, 'Diese Einladung gilt nicht mehr')
  await lookOver(stranger, 'invitation over')
  await stranger.leave()
})

test('the planner signs in with password and code; a wrong code opens nothing', async () => {
  const { page } = nora
  await signOut(nora)
  await typePassword(nora)
  await heading(nora, 'Zweiter Schritt')
  await lookOver(nora, 'second step')
  await fitsInWidth(nora, 'second step')
  const prove = async (code: string) => {
    await page.getByRole('textbox', { name: 'Code aus der Authenticator-App' }).fill(code)
    await page.getByRole('button', { name: 'Weiter', exact: true }).click()
  }
  await prove('000000')
  await page.getByRole('alert').getByText('Dieser Code gilt nicht').waitFor()
  // Reloaded in between, it goes on with the second step.
  await page.reload()
  await heading(nora, 'Zweiter Schritt')
  await prove(app.code())
  await heading(nora, 'Verfahren')
})

test('the account page tells what there is, and takes a passkey', async () => {
  const { page } = nora
  await keepPasskeys(nora)
  await page.getByRole('button', { name: /Einstellungen$/ }).click()
  await page.getByRole('link', { name: 'Ihr Konto' }).click()
  await heading(nora, 'Ihr Konto')
  await page.getByText('Noch 10 übrig').waitFor()
  await lookOver(nora, 'account')
  await fitsInWidth(nora, 'account')
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByRole('textbox', { name: 'Name des Passkeys' }).fill('Diensthandy')
  await page.getByRole('button', { name: 'Passkey anlegen' }).click()
  await page.getByText('Passkey: Diensthandy').waitFor()
  await page.getByText('Der zweite Faktor ist eingerichtet.').waitFor()
})

test('somewhere else a recovery code stands in for the telephone, once', async () => {
  elsewhere = await town.enter({ address, language: 'en-GB' })
  const { page } = elsewhere
  const begin = async () => {
    await elsewhere.goTo(`${TOWN}/sign-in`)
    await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('button', { name: 'Recovery code instead' }).click()
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodes[3]!.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await begin()
  await heading(elsewhere, 'Projects')
  await page.getByRole('button', { name: /settings$/i }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await heading(elsewhere, 'Sign in')
  await begin()
  await page.getByRole('alert').getByText('was used already').waitFor()
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodes[4]!)
  await page.getByRole('button', { name: 'Continue' }).click()
  await heading(elsewhere, 'Projects')
})

test('the planner signs in with the passkey alone and signs the other browser out', async () => {
  const { page } = nora
  await signOut(nora)
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await heading(nora, 'Verfahren')
  await nora.goTo(`${TOWN}/staff/account`)
  await page.getByText('Noch 8 übrig').waitFor()
  await page.getByRole('button', { name: /^Abmelden ?: Chrome/ }).click()
  await page.getByText('Der andere Browser ist abgemeldet.').waitFor()
  await elsewhere.goTo(`${TOWN}/staff/account`)
  await heading(elsewhere, 'Sign in')
})

test('who is no longer a member is out with the next page', async () => {
  const { page } = administrator
  await administrator.goTo(`${TOWN}/staff/people`)
  await page.getByText('Gehört zur Musterstadt und bleibt, wie es ist.').first().waitFor()
  await lookOver(administrator, 'people')
  await page.getByRole('button', { name: /^Entfernen ?: Nora Feld/ }).click()
  await page.getByRole('button', { name: 'Ja, entfernen' }).click()
  await page.getByText('Nora Feld arbeitet nicht mehr hier.').waitFor()
  await nora.goTo(`${TOWN}/staff`)
  await heading(nora, 'Anmelden')
})

test('an account of the sample town says why it stays as it is', async () => {
  const { page } = administrator
  await administrator.goTo(`${TOWN}/staff/account`)
  await page.getByText('Dies ist ein Konto der Musterstadt').waitFor()
  await lookOver(administrator, 'account of the sample town')
})
