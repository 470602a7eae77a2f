import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireTo } from '../cut-connection.ts'
import { ADDRESS, openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const WRITE = '/t/quellstedt/p/sichere-schulwege/write'
let wire: Awaited<ReturnType<typeof wireTo>>
let resident: Visitor

beforeAll(async () => {
  wire = await wireTo(ADDRESS)
})
afterAll(() => wire.close())

const yours = () => resident.page.getByRole('textbox', { name: 'Ihr Beitrag' })
const saved = () => resident.page.getByText(/^Entwurf auf diesem Gerät gespeichert/)

/** What the page of the procedure says has come in, published or not. */
async function received(): Promise<number> {
  const reader = await town.enter()
  await reader.goTo('/t/quellstedt/p/sichere-schulwege')
  const words = await reader.page.getByText(/\d+ veröffentlicht\..*weitere/).textContent()
  await reader.leave()
  return [...words!.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0)
}

/** Whether the device has it: the word "gespeichert" is there from the first save on and changes by the minute. */
const isKept = (text: string) =>
  expect
    .poll(() =>
      resident.page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open('keyval-store')
            opening.addEventListener('error', () => reject(opening.error!))
            opening.addEventListener('success', () => {
              const reading = opening.result.transaction('keyval').objectStore('keyval').getAll()
              reading.addEventListener('success', () => {
                opening.result.close()
                resolve(JSON.stringify(reading.result))
              })
            })
          }),
      ),
    )
    .toContain(text)

test('finds the draft again after a reload', async () => {
  resident = await town.enter({ address: wire.address })
  await resident.goTo(WRITE)
  await yours().fill('Erst der halbe Gedanke')
  await saved().waitFor()
  await resident.page.reload()
  await expect.poll(() => yours().inputValue()).toBe('Erst der halbe Gedanke')
})

test('finds the draft again after the page crashed', async () => {
  await yours().fill('Erst der halbe Gedanke, dann der ganze: REF-4711 ein Spiegel an der Ecke.')
  await isKept('REF-4711')
  const crashed = resident.page.waitForEvent('crash')
  // Nothing of the page gets a chance to tidy up: its process is gone.
  resident.page.goto('chrome://crash').catch(() => {})
  await crashed
  await resident.reopen()
  await resident.goTo(WRITE)
  await expect.poll(() => yours().inputValue()).toContain('REF-4711')
})

test('goes on writing without a connection and is told so', async () => {
  const { page } = resident
  resident.troubles.forgive(/net::ERR_/)
  await resident.context.setOffline(true)
  await page.getByText('Keine Verbindung.').waitFor()
  await yours().press('End')
  await yours().pressSequentially(' Auch im Zug geschrieben.')
  await isKept('Auch im Zug geschrieben.')
  await resident.context.setOffline(false)
  await page.getByText('Keine Verbindung.').waitFor({ state: 'hidden' })
  await page.reload()
  await expect.poll(() => yours().inputValue()).toContain('Auch im Zug geschrieben.')
})

test('sends once, though the answer is lost on the way, and gets one receipt', async () => {
  const before = await received()
  const { page } = resident
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('button', { name: 'Ohne Ort weiter' }).click()
  wire.cutAnswersTo('REF-4711')
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page.getByText('Noch nicht bestätigt.').waitFor()
  expect(wire.cuts, 'answers that were lost').toBeGreaterThan(0)
  expect(await received(), 'the server has it, the browser does not know').toBe(before + 1)

  await page.reload()
  await page.getByText('Noch nicht bestätigt.').waitFor()
  wire.mend()
  await page.getByRole('button', { name: 'Noch einmal', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Ihr Beitrag ist da.' }).waitFor()
  expect(await page.getByText(/^QST-[\w-]+$/).count(), 'receipt numbers').toBe(1)
  expect(await received(), 'what has come in').toBe(before + 1)
})

test('has no draft left once it has arrived', async () => {
  await resident.goTo(WRITE)
  await yours().waitFor()
  expect(await yours().inputValue()).toBe('')
})
