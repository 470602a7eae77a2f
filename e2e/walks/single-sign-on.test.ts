import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProvider, type TestProvider } from '../../apps/server/test/oidc-provider.ts'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { authenticatorApp } from '../one-time-code.ts'
import { ADDRESS, openTown, type Visit, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TOWN = '/t/quellstedt'
const PROCEDURE = `${TOWN}/p/sichere-schulwege`
const PASSWORD = 'Sieben Laternen am alten Hafen'
const EMAIL = `ada.berg.${Date.now()}@quellstedt.example`
const TEXT = 'Am Bach fehlt ein Weg für Kinderwagen und Rollstühle.'

let provider: TestProvider
let administrator: Visitor
let jana: Visitor
let kim: Visitor

beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.stop())

/** Somebody whose browser may also go to the sign-in service. */
async function enter(visit: Visit = {}): Promise<Visitor> {
  const visitor = await town.enter(visit)
  visitor.troubles.forgive(new RegExp(provider.issuer.replaceAll('.', '\\.')))
  return visitor
}
const heading = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

async function signInThere({ page }: Visitor, sub: string) {
  await page.getByRole('heading', { name: 'Anmeldedienst der Stadt' }).waitFor()
  await page.getByLabel('Kennung').fill(sub)
  await page.getByRole('button', { name: 'Weiter' }).click()
}

test('an administrator of flesh and blood is invited, for the sample ones change no doors', async () => {
  const sample = await town.enter()
  await sample.goTo(`${TOWN}/sign-in`)
  await sample.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await heading(sample, 'Verfahren')
  await sample.goTo(`${TOWN}/staff/people`)
  await sample.page.getByRole('button', { name: 'Einladen' }).click()
  await sample.page.getByRole('textbox', { name: 'Name' }).fill('Ada Berg')
  await sample.page.getByRole('textbox', { name: 'E-Mail' }).fill(EMAIL)
  await sample.page.getByRole('checkbox', { name: 'Administration' }).check()
  await sample.page.getByRole('button', { name: 'Einladungslink erzeugen' }).click()
  const link = new URL((await sample.page.getByText(/\/invitation#/).textContent())!.trim())

  administrator = await enter()
  const { page } = administrator
  await administrator.goTo(`${link.pathname}${link.hash}`)
  await page.getByLabel('Neues Passwort', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Neues Passwort noch einmal').fill(PASSWORD)
  await page.getByRole('button', { name: 'Annehmen' }).click()
  await page.getByRole('button', { name: 'App einrichten' }).click()
  const app = authenticatorApp((await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!)
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill(app.code())
  await page.getByRole('button', { name: 'App bestätigen' }).click()
  await page.getByRole('checkbox', { name: 'Ich habe die Codes aufgehoben.' }).check()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await heading(administrator, 'Verfahren')
})

test('the administrator enters the sign-in service; a wrong address is told at once', async () => {
  const { page } = administrator
  await administrator.goTo(`${TOWN}/staff/settings/signOn`)
  await page.getByRole('button', { name: 'Anmeldedienst eintragen' }).click()
  await page.getByLabel('Name auf der Schaltfläche').fill('Stadt-Konto')
  await page.getByLabel('Adresse des Anbieters (Issuer)').fill('http://elsewhere.example')
  await page.getByLabel('Client-ID').fill('mitsprache')
  await page.getByRole('textbox', { name: /^Scopes/ }).fill('openid profile email groups')
  await page.getByRole('textbox', { name: 'Gruppe 1', exact: true }).fill('stadtplanung')
  await page.getByRole('checkbox', { name: 'Der Anbieter verlangt immer einen zweiten Faktor' }).check()
  await page.getByRole('checkbox', { name: 'Für Bürgerinnen und Bürger' }).check()
  await page.getByRole('button', { name: 'acr-Wert hinzufügen' }).click()
  await page.getByRole('textbox', { name: 'acr-Wert 1' }).fill('urn:substantial')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page
    .getByRole('alert')
    .getByText(/muss mit https:\/\/ beginnen/)
    .waitFor()
  await lookOver(administrator, 'sign-in service: form')
  await page.getByLabel('Adresse des Anbieters (Issuer)').fill(provider.issuer)
  await page.getByRole('button', { name: 'Speichern' }).click()
  const redirect = (await page.getByText(/\/t\/quellstedt\/sign-on\//).textContent())!.trim()
  await lookOver(administrator, 'sign-in service')
  expect(new URL(redirect).origin).toBe(new URL(ADDRESS).origin)
  provider.enter({
    client_id: 'mitsprache',
    redirect_uris: [redirect],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  })
})

test('a planner comes in by it, to the page she wanted, and without her group no more', async () => {
  provider.accounts.set('jana', { name: 'Jana Wolf', email: 'jana@stadt.example', groups: ['stadtplanung'] })
  jana = await enter({ width: 360, height: 740, phone: true })
  const { page } = jana
  await jana.goTo(`${TOWN}/staff/exports`)
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).waitFor()
  await lookOver(jana, 'sign-in with a service')
  await fitsInWidth(jana, 'sign-in with a service')
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).click()
  await signInThere(jana, 'jana')
  await heading(jana, 'Ausgaben')
  expect(page.url()).not.toContain('code=')

  provider.accounts.get('jana')!.groups = []
  const again = await enter()
  await again.goTo(`${TOWN}/sign-in`)
  await again.page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).click()
  await signInThere(again, 'jana')
  await again.page.getByText('Für Sie ist hier keine Aufgabe eingetragen.').waitFor()
  await lookOver(again, 'no role')
  await jana.goTo(`${TOWN}/staff/exports`)
  await heading(jana, 'Anmelden')
})

test('a resident signs in by it and keeps a contribution; who cancels there is told', async () => {
  provider.accounts.set('kim', { name: 'Kim', acr: 'urn:substantial' })
  kim = await enter({ width: 360, height: 740, phone: true })
  const { page } = kim
  await kim.goTo(`${TOWN}/my`)
  await heading(kim, 'Meine Beiträge')
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).click()
  await page.getByRole('button', { name: 'Abbrechen' }).click()
  await page.getByText('Der Anmeldedienst hat Sie nicht angemeldet.').waitFor()
  await fitsInWidth(kim, 'declined')
  await page.getByRole('link', { name: 'Noch einmal versuchen' }).click()
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).waitFor()
  await lookOver(kim, 'my contributions: ways to sign in')
  await fitsInWidth(kim, 'my contributions: ways to sign in')
  await page.getByRole('button', { name: 'Mit Stadt-Konto anmelden' }).click()
  await signInThere(kim, 'kim')
  await page.getByText('Angemeldet über Stadt-Konto.').waitFor()
  await page.getByText('Hier liegt noch kein Beitrag.').waitFor()
  await kim.goTo(`${TOWN}/staff/`)
  await heading(kim, 'Anmelden')
})

test('what the resident writes lies among their contributions', async () => {
  const { page } = kim
  await kim.goTo(`${PROCEDURE}/write`)
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(TEXT)
  await page.getByRole('button', { name: 'Weiter: Wo' }).tap()
  await page.getByRole('button', { name: 'Ohne Ort weiter' }).tap()
  await page.getByRole('checkbox', { name: 'Unter „Meine Beiträge“ aufbewahren' }).waitFor()
  await lookOver(kim, 'check: keep in the account')
  await page.getByRole('button', { name: 'Absenden' }).tap()
  await heading(kim, 'Ihr Beitrag ist da.')
  await kim.goTo(`${TOWN}/my`)
  await page.getByText(TEXT.slice(0, 30)).waitFor()
  await lookOver(kim, 'my contributions')
  await fitsInWidth(kim, 'my contributions')
  await page.getByRole('link', { name: new RegExp(TEXT.slice(0, 30)) }).click()
  await page.getByText(TEXT).first().waitFor()
  await kim.goTo(`${TOWN}/my`)
  await page.getByRole('button', { name: 'Konto löschen' }).click()
  await page.getByRole('button', { name: 'Löschen', exact: true }).click()
  await page.getByText('Ihr Konto ist gelöscht.').waitFor()
})
