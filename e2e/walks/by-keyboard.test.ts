import { expect, test } from 'vitest'
import { lookOver } from '../accessibility.ts'
import { chooseByArrows, hasFocus, pressEnterOn, tabTo } from '../keyboard.ts'
import { openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const CROSSING = 'Kinder sehen hier zwischen den parkenden Wagen nichts; bitte ein Halteverbot.'
const BAKERY = 'Die Bäckerei nebenan hat am Sonntag frische Brötchen im Angebot.'
const links: Record<string, string> = {}
let resident: Visitor
let moderator: Visitor

const heading = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** From "what" to the receipt; the place in the middle is named by whoever writes. */
async function write(text: string, namePlace: () => Promise<void>) {
  const { page } = resident
  await heading(resident, 'Was möchten Sie sagen?').waitFor()
  await tabTo(page, page.getByRole('textbox', { name: 'Ihr Beitrag' }))
  await page.keyboard.type(text)
  await tabTo(page, page.getByRole('button', { name: 'Querung' }))
  await page.keyboard.press('Space')
  await pressEnterOn(page, page.getByRole('button', { name: 'Weiter: Wo' }))

  await heading(resident, 'Wo ist das?').waitFor()
  await namePlace()
  await pressEnterOn(page, page.getByRole('button', { name: 'Weiter: Prüfen' }))

  await heading(resident, 'Stimmt alles so?').waitFor()
  await chooseByArrows(page, page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }))
  await pressEnterOn(page, page.getByRole('button', { name: 'Absenden' }))

  await heading(resident, 'Ihr Beitrag ist da.').waitFor()
  await pressEnterOn(page, page.getByText('Link anzeigen'))
  links[text] = (await page.getByText(/\/status\/QST-\S+#/).textContent())!.trim()
}

test('finds the procedure on the start page', async () => {
  resident = await town.enter()
  const { page } = resident
  await resident.goTo('/t/quellstedt/')
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).waitFor()
  await page.keyboard.press('Tab')
  expect(
    await hasFocus(page.getByRole('link', { name: 'Zum Inhalt' })),
    'the first stop leads past the head',
  ).toBe(true)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox', { name: 'Ihre Straße oder ein Vorhaben' }))
  await page.keyboard.type('Schulwege')
  await page.getByRole('status').filter({ hasText: 'Ein Vorhaben in der Liste' }).waitFor()
  await pressEnterOn(page, page.getByRole('link', { name: 'Sichere Schulwege', exact: true }))
  await heading(resident, 'Sichere Schulwege').waitFor()
})

test('places a point under the crosshair with the arrow keys', async () => {
  const { page } = resident
  await pressEnterOn(page, page.getByRole('link', { name: 'Beitrag schreiben' }).first())
  await write(CROSSING, async () => {
    await chooseByArrows(page, page.getByRole('radio', { name: 'Auf der Karte zeigen' }))
    const map = page.getByRole('application', { name: /Fadenkreuz/ })
    await tabTo(page, map)
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowUp']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await page.getByText(/^Ort gesetzt:/).waitFor()
    await page.keyboard.press('Escape')
    expect(await hasFocus(map), 'the map still has the focus').toBe(false)
  })
})

test('names a street and picks it from the suggestions', async () => {
  const { page } = resident
  await pressEnterOn(page, page.getByRole('link', { name: /^Zurück zu Sichere Schulwege/ }))
  await heading(resident, 'Sichere Schulwege').waitFor()
  await pressEnterOn(page, page.getByRole('link', { name: 'Beitrag schreiben' }).first())
  await write(BAKERY, async () => {
    await chooseByArrows(page, page.getByRole('radio', { name: 'Straße oder Adresse' }))
    await tabTo(page, page.getByRole('combobox', { name: 'Straße oder Adresse' }))
    await page.keyboard.type('Neefe')
    await page
      .getByRole('option', { name: /Neefestraße/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Gewählt: Neefestraße').waitFor()
  })
})

test('signs in as moderator and opens the queue', async () => {
  moderator = await town.enter()
  const { page } = moderator
  await moderator.goTo('/t/quellstedt/sign-in')
  await pressEnterOn(page, page.getByRole('button', { name: 'Als Moderator' }))
  await heading(moderator, 'Verfahren').waitFor()
  await pressEnterOn(page, page.getByRole('link', { name: /^Moderation/ }))
  await heading(moderator, 'Moderation').waitFor()
  const queue = page.getByRole('listbox', { name: 'Beiträge in Prüfung, älteste zuerst' })
  await tabTo(page, queue)
  await page.keyboard.press('End')
  await page.getByRole('article').getByRole('paragraph').filter({ hasText: BAKERY }).waitFor()
  await lookOver(moderator, 'moderation')
})

test('withholds with a reason, by single keys', async () => {
  const { page } = moderator
  const why = page.getByRole('heading', { name: 'Warum zurückhalten?' })
  await page.keyboard.press('a')
  await why.waitFor()
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
  await page.keyboard.press('a')
  await why.waitFor()
  await lookOver(moderator, 'moderation: why withhold')
  await page.keyboard.press('3')
  expect(await page.getByRole('radio', { name: 'Werbung' }).isChecked()).toBe(true)
  const sentence = page.getByRole('textbox', { name: 'Was die Person dazu liest' })
  await tabTo(page, sentence)
  await page.keyboard.press('End')
  // Letters are text here, not acts.
  await page.keyboard.type(' Brötchen sind fein, aber kein Schulweg.')
  await pressEnterOn(page, page.getByRole('button', { name: 'Beitrag zurückhalten' }))
  await page
    .getByRole('status')
    .filter({ hasText: /^Zurückgehalten: QST-/ })
    .waitFor()
})

test('approves the one before, by single keys', async () => {
  const { page } = moderator
  const written = page.getByRole('article').getByRole('paragraph').filter({ hasText: CROSSING })
  for (let i = 0; i < 30 && !(await written.isVisible()); i++) await page.keyboard.press('k')
  for (let i = 0; i < 30 && !(await written.isVisible()); i++) await page.keyboard.press('j')
  await written.waitFor()
  await page.keyboard.press('f')
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben: QST-/ })
    .waitFor()
})

test('the resident reads on the status page what became of each', async () => {
  await resident.goTo(links[CROSSING]!)
  await heading(resident, 'Eingegangen und veröffentlicht.').waitFor()
  await resident.goTo('/status')
  const { page } = resident
  await tabTo(page, page.getByRole('textbox', { name: 'Ihr persönlicher Link' }))
  await page.keyboard.type(links[BAKERY]!)
  await page.keyboard.press('Enter')
  await heading(resident, 'Eingegangen, nicht veröffentlicht.').waitFor()
  await page.getByText('Er enthält Werbung.').waitFor()
  await page.getByText('Brötchen sind fein, aber kein Schulweg.').waitFor()
})
