import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { openTown } from '../town.ts'

const town = openTown()

test('who falls into the trap for programs is asked for a little work, and gets the receipt', async () => {
  const visitor = await town.enter()
  const { page } = visitor
  await visitor.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().click()
  await page.getByRole('link', { name: 'Beitrag schreiben' }).first().click()
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Der Fußweg am Bach soll breiter werden.')
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: /anze/ }).check()
  await page.getByRole('button', { name: /^Weiter/ }).click()
  // Neither eyes nor ears nor the keyboard find the field; a program does.
  const field = page.locator('input[name="website"]')
  expect(await page.getByRole('textbox', { name: 'Bitte leer lassen' }).count()).toBe(0)
  await field.evaluate((input: HTMLInputElement) => {
    input.value = 'https://spam.example'
    input.dispatchEvent(new Event('input'))
  })
  await lookOver(visitor, 'check with the hidden field')
  const asked: string[] = []
  page.on('response', async (response) => {
    if (response.request().postData()?.includes('SubmitContribution')) asked.push(await response.text())
  })
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page.getByText(/QST-/).first().waitFor()
  expect(asked.map((answer) => /"__typename":"(\w+)"/.exec(answer)?.[1])).toEqual([
    'ProofNeeded',
    'SubmissionReceipt',
  ])
  await visitor.leave()
})
