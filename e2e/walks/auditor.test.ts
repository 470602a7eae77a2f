import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown()
const TOWN = '/t/quellstedt'
let moderator: Visitor
let auditor: Visitor
beforeAll(async () => {
  moderator = await town.enter()
  auditor = await town.enter({ width: 320, height: 256 })
})
afterAll(async () => {
  await moderator.leave()
  await auditor.leave()
})

async function signIn(visitor: Visitor, button: string) {
  await visitor.goTo(`${TOWN}/sign-in`)
  await visitor.page.getByRole('button', { name: button }).click()
  await visitor.page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
}

test('who reads names is read by the auditor, who reads none', async () => {
  await signIn(moderator, 'Als Moderator')
  await moderator.goTo(`${TOWN}/staff/moderation`)
  await moderator.page
    .getByText(/^(ohne|mit) Namen$/)
    .first()
    .waitFor()

  const { page } = auditor
  await signIn(auditor, 'Als Revisorin')
  await page.getByRole('link', { name: 'Protokoll' }).click()
  await page.getByRole('heading', { level: 1, name: 'Protokoll' }).waitFor()
  await page.getByRole('combobox', { name: 'Was' }).selectOption({ label: 'Persönliche Angaben gelesen' })
  await page.waitForURL(/kind=reading/)
  const reading = page.getByRole('row', { name: /Namen zur Prüfung gelesen.*Marek Krause/ }).first()
  await reading.waitFor()
  await lookOver(auditor, 'log')
  await fitsInWidth(auditor, 'log')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Als CSV herunterladen' }).click()
  const file = await download
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain('AuthorsReadForReview')
  expect(csv).not.toMatch(/@|Beitrag/)
})
