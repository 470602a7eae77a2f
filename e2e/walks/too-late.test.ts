import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { EARLIER_ADDRESS, openTown } from '../town.ts'

const town = openTown()

test('a formal procedure takes what comes after its last day, and marks it', async () => {
  const resident = await town.enter({ address: EARLIER_ADDRESS })
  const { page } = resident
  await resident.goTo('/t/quellstedt/p/alte-gaertnerei')
  await page.getByText('Die Frist ist abgelaufen').waitFor()
  await page.getByText(/Ihr Beitrag wird als verspätet vermerkt/).waitFor()
  await lookOver(resident, 'procedure after its last day')

  await page.getByRole('link', { name: 'Beitrag schreiben' }).first().click()
  await page.getByText(/^Die Frist endete am/).waitFor()
  await page
    .getByRole('textbox', { name: 'Ihr Beitrag' })
    .fill('Ich war im Krankenhaus und schreibe erst jetzt.')
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: 'Fläche aus dem Plan' }).check()
  await page.getByRole('radio', { name: /Kita mit 60 Plätzen/ }).check()
  // A choice within a chosen row: only one of them may look chosen.
  const looks = (name: RegExp) =>
    page.getByText(name).evaluate((words) => {
      const dot = words.closest('label')!.querySelector('[aria-hidden]')!
      return getComputedStyle(dot).backgroundColor
    })
  expect(await looks(/^Quartiersgarten$/), 'the dot of what is not chosen').not.toBe(
    await looks(/^Kita mit 60 Plätzen$/),
  )
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('button', { name: 'Absenden' }).click()

  await page.getByRole('heading', { level: 1, name: 'Ihr Beitrag ist da.' }).waitFor()
  await page.getByText('Nach der Frist eingegangen.').waitFor()
  await lookOver(resident, 'receipt of a late contribution')
})
