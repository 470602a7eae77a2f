import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const STAFF = '/t/quellstedt/staff'
let draft: string

async function signIn(role: string): Promise<Visitor> {
  const visitor = await town.enter()
  await visitor.goTo('/t/quellstedt/sign-in')
  await visitor.page.getByRole('button', { name: role }).click()
  await visitor.page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  return visitor
}

test('who is not signed in sees the door, and after signing in the page they wanted', async () => {
  const stranger = await town.enter()
  const { page } = stranger
  for (const path of ['', '/moderation', '/exports', '/procedures/new']) {
    await stranger.goTo(`${STAFF}${path}`)
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  }
  await stranger.goTo(`${STAFF}/exports`)
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ausgaben' }).waitFor()
})

test('who signs in with a wrong password is told so, and nothing more', async () => {
  const stranger = await town.enter()
  const { page } = stranger
  await stranger.goTo('/t/quellstedt/sign-in')
  await page.getByRole('textbox', { name: 'E-Mail' }).fill('jana.wolf@quellstedt.example')
  await page.getByLabel('Passwort').fill('geraten-und-falsch')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page
    .getByRole('alert')
    .getByText(/E-Mail und Passwort passen nicht zusammen/)
    .waitFor()
  await lookOver(stranger, 'sign-in refused')
})

test('a moderator is offered neither setting up nor exporting', async () => {
  const planner = await signIn('Als Planerin')
  await planner.page.getByRole('link', { name: 'Neues Verfahren' }).click()
  await planner.page.getByRole('radio', { name: /^Kartendialog/ }).check()
  await planner.page.getByRole('textbox', { name: 'Titel' }).fill('Noch geheimer Entwurf')
  await planner.page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await planner.page.getByRole('heading', { level: 1, name: /Grunddaten/ }).waitFor()
  draft = new URL(planner.page.url()).pathname.replace(/\/basics$/, '')

  const moderator = await signIn('Als Moderator')
  const { page } = moderator
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Neues Verfahren' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Ausgaben' }).count()).toBe(0)

  await moderator.goTo(`${STAFF}/procedures/new`)
  await page.getByText('Einrichten dürfen Planung und Administration').waitFor()
  await lookOver(moderator, 'set up: refused')
  await moderator.leave()
})

test('a moderator who knows the address of a draft cannot publish it', async () => {
  const moderator = await signIn('Als Moderator')
  const { page } = moderator
  await moderator.goTo(`${draft}/publish`)
  await page
    .getByText(/Einrichten dürfen Planung und Administration|Dieses Verfahren gibt es nicht/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: /veröffentlichen$/ }).count()).toBe(0)
})

test('a draft is not there for residents', async () => {
  const resident = await town.enter()
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await page.getByRole('searchbox', { name: 'Ihre Straße oder ein Vorhaben' }).fill('Noch geheimer')
  await page.getByText('Dazu gibt es kein Vorhaben').waitFor()
})
