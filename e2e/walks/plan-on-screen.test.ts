import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { hasFocus, pressEnterOn, tabTo } from '../keyboard.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const PLAN = '/t/quellstedt/p/alte-gaertnerei/plan'
let resident: Visitor

const map = () => resident.page.getByRole('region', { name: /^Karte mit dem Plan/ })
const entry = (name: string | RegExp) => resident.page.getByRole('button', { name })

/** The drawing where a part lies, as colours: what is drawn can only be asked of its pixels. */
const coloursOfDrawing = () =>
  map().evaluate((holder) => {
    const sheet = [...holder.querySelectorAll('canvas')].find(({ hidden, width }) => !hidden && width > 300)!
    const { data } = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height)
    const counts: Record<string, number> = {}
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] === 255) {
        const key = [data[i], data[i + 1], data[i + 2]].join(' ')
        counts[key] = (counts[key] ?? 0) + 1
      }
    return counts
  })
const HOUSING = '236 179 167'

test('shows the whole plan, drawn, listed and explained', async () => {
  resident = await town.enter()
  await resident.goTo(PLAN)
  await entry(/^Kita mit 60 Plätzen/).waitFor()
  await expect.poll(async () => (await coloursOfDrawing())[HOUSING] ?? 0).toBeGreaterThan(5000)
  await lookOver(resident, 'the whole plan')
})

test('finds a part by a word and reads what it is, by keyboard', async () => {
  const { page } = resident
  await tabTo(page, page.getByRole('searchbox', { name: 'In der Liste suchen' }))
  await page.keyboard.type('linden')
  await page.getByText('Ein Planinhalt in der Liste').waitFor()
  await pressEnterOn(page, entry(/^21 Linden/))
  await page.getByText('Erhalten von Bäumen und Sträuchern').first().waitFor()
  expect(new URL(page.url()).searchParams.get('part'), 'a link keeps what is chosen').toBeTruthy()
  await lookOver(resident, 'the whole plan, a part chosen')
})

test('takes a chapter off the map and puts it back, by keyboard', async () => {
  const { page } = resident
  const housing = page.getByRole('checkbox', { name: /^Art der baulichen Nutzung/ })
  await tabTo(page, housing)
  await page.keyboard.press('Space')
  await expect.poll(async () => (await coloursOfDrawing())[HOUSING] ?? 0).toBe(0)
  await page.keyboard.press('Space')
  await expect.poll(async () => (await coloursOfDrawing())[HOUSING] ?? 0).toBeGreaterThan(5000)
})

test('picks on the map what lies under the pointer, the list goes along', async () => {
  const { page } = resident
  const box = (await map().boundingBox())!
  // Around the middle of the map lies the plan; from there outwards something is hit at once.
  for (const shift of [0, 30, 60, 90]) {
    await page.mouse.click(box.x + box.width / 2 + shift, box.y + box.height / 2 + shift)
    const chosen = page.locator('#plan-list [aria-expanded="true"]')
    if ((await chosen.count()) === 1 && !(await chosen.textContent())!.includes('Linden')) return
  }
  throw new Error('Nothing was picked on the map.')
})

test('writes about a part that is no area', async () => {
  const { page } = resident
  await page.getByRole('searchbox', { name: 'In der Liste suchen' }).fill('linden')
  await entry(/^21 Linden/).click()
  const write = page.getByRole('link', { name: /^Dazu schreiben.*21 Linden/ })
  await tabTo(page, write)
  expect(await hasFocus(write)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('21 Linden an der Neefestraße, zu erhalten').first().waitFor()
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Die Linden sollen alle stehen bleiben.')
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: /^21 Linden/ }).waitFor()
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).check()
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ihr Beitrag ist da.' }).waitFor()
  await page.getByText('21 Linden an der Neefestraße, zu erhalten').first().waitFor()
})
