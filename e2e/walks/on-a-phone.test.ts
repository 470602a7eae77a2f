import { expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const TEXT = 'Am Zebrastreifen vor der Schule halten morgens Autos. Ein Poller würde helfen.'
let resident: Visitor

const looksRight = async (screen: string) => {
  await lookOver(resident, `${screen}, 360 px`)
  await fitsInWidth(resident, `${screen}, 360 px`)
}

test('finds the procedure by its street on the start page', async () => {
  resident = await town.enter({ width: 360, height: 740, phone: true })
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).waitFor()
  await looksRight('start page')

  await page.getByRole('searchbox', { name: 'Ihre Straße oder ein Vorhaben' }).fill('Schulwege')
  await page.getByRole('status').filter({ hasText: 'Ein Vorhaben in der Liste' }).waitFor()
  await page.getByRole('link', { name: 'Sichere Schulwege', exact: true }).tap()
  await page.getByRole('heading', { level: 1, name: 'Sichere Schulwege' }).waitFor()
})

test('sees what is open, until when, and the way to write before the first scroll', async () => {
  const { page } = resident
  const write = page.getByRole('link', { name: 'Beitrag schreiben' }).first()
  for (const shown of [
    page.getByText('Noch offen:').first(),
    page.getByText('Letzter Tag:').first(),
    write,
  ]) {
    const box = await shown.boundingBox()
    expect(box && box.y + box.height, `the end of ${shown.toString()}`).toBeLessThanOrEqual(740)
  }
  await looksRight('procedure')
})

test('reads what others wrote, in the list and on the map', async () => {
  const { page } = resident
  const first = page.getByRole('listitem').getByRole('heading', { level: 3 }).first()
  await first.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Auf der Karte zeigen', exact: true }).tap()
  await page.getByRole('region', { name: /Karte der Beiträge/ }).waitFor()
  await looksRight('procedure with its map')
})

test('says what, where and for whom in three screens', async () => {
  const { page } = resident
  await page.getByRole('link', { name: 'Beitrag schreiben' }).first().tap()
  await page.getByRole('heading', { level: 1, name: 'Was möchten Sie sagen?' }).waitFor()
  await looksRight('write: what')
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(TEXT)
  await page.getByRole('button', { name: 'Querung' }).tap()
  await page.getByRole('button', { name: 'Weiter: Wo' }).tap()

  await page.getByRole('heading', { level: 1, name: 'Wo ist das?' }).waitFor()
  await looksRight('write: where')
  await page.getByRole('radio', { name: 'Straße oder Adresse' }).tap()
  await page.getByRole('combobox', { name: 'Straße oder Adresse' }).fill('Neefe')
  await page
    .getByRole('option', { name: /Neefestraße/ })
    .first()
    .tap()
  await page.getByText('Gewählt: Neefestraße').waitFor()
  await looksRight('write: where, a street')
  await page.getByRole('radio', { name: 'Auf der Karte zeigen', exact: true }).tap()
  await page.getByRole('button', { name: 'Ort hier setzen' }).waitFor()
  await looksRight('write: where, the map')
  await page.getByRole('button', { name: 'Ort hier setzen' }).tap()
  await page.getByText(/^Ort gesetzt:/).waitFor()
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).tap()

  await page.getByRole('heading', { level: 1, name: 'Stimmt alles so?' }).waitFor()
  await looksRight('write: check')
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).tap()
  await page.getByRole('button', { name: 'Absenden' }).tap()
})

test('keeps the receipt and looks up where the contribution stands', async () => {
  const { page } = resident
  await page.getByRole('heading', { level: 1, name: 'Ihr Beitrag ist da.' }).waitFor()
  await page.getByText(/^QST-/).first().waitFor()
  await looksRight('receipt')
  await page.getByText('Link anzeigen').tap()
  const link = await page.getByText(/\/status\/QST-\S+#/).textContent()
  expect(link).toContain('#')

  await page.getByRole('button', { name: 'Menü' }).tap()
  await page.getByRole('link', { name: 'Beitrag nachsehen' }).first().tap()
  await looksRight('look up')
  await page.getByRole('textbox', { name: 'Ihr persönlicher Link' }).fill(link!.trim())
  await page.getByRole('button', { name: 'Nachsehen' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Eingegangen. Wird durchgesehen.' }).waitFor()
  await page.getByText(TEXT).waitFor()
  await looksRight('status')
})
