import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canBeSeen, fitsInWidth, lookOver } from '../accessibility.ts'
import { tabTo } from '../keyboard.ts'
import { openTown, type Visitor } from '../town.ts'

// @bad-input PRI-01: `openTown` fails each step of each walk that asks anybody but our server.
const town = openTown()
const TOWN = '/t/quellstedt'

/** A page, and the words by which one knows that it has come. */
type Stop = [screen: string, path: string, words: string | RegExp]

const PUBLIC: Stop[] = [
  ['page over all authorities', '/', 'Radschnellweg Quelltal'],
  ['start page', `${TOWN}/`, 'Noch 9 Tage'],
  ['procedure with a plan', `${TOWN}/p/alte-gaertnerei`, 'Unterlagen'],
  ['the whole plan', `${TOWN}/p/alte-gaertnerei/plan`, 'Mit den Kästchen'],
  ['procedure without a plan', `${TOWN}/p/sichere-schulwege`, 'Wie es weitergeht'],
  ['write: what', `${TOWN}/p/alte-gaertnerei/write`, 'Weiter: Wo'],
  ['no receipt', `${TOWN}/p/alte-gaertnerei/receipt`, 'Kein Beleg auf diesem Gerät'],
  ['look up', '/status', 'Mit Ihrem persönlichen Link sehen Sie, was aus Ihrem Beitrag geworden ist.'],
  ['accessibility statement', `${TOWN}/accessibility`, 'Barriere melden'],
  ['privacy', `${TOWN}/privacy`, 'Was auf Ihrem Gerät liegt'],
  ['imprint', `${TOWN}/imprint`, 'Software und Karte'],
  ['procedure in a frame', '/embed/t/quellstedt/sichere-schulwege', 'Eine Beteiligung von'],
  ['map contents in words', `${TOWN}/map-contents`, 'Das lässt sich auf den Karten'],
  [
    'a link in a message that is over',
    `${TOWN}/mail/confirm#${'A'.repeat(43)}`,
    'Dieser Link gilt nicht mehr',
  ],
  ['tour', `${TOWN}/tour`, 'Rundgang beginnen'],
  ['my contributions', `${TOWN}/my`, 'Zum Mitreden brauchen Sie kein Konto.'],
  ['a link to sign in', `${TOWN}/my/enter#${'A'.repeat(43)}`, 'Mit einem Klick auf'],
  ['confirm a new address', `${TOWN}/new-address/confirm#${'A'.repeat(43)}`, 'gilt die neue Adresse'],
  [
    'stop a change of address',
    `${TOWN}/my/new-address/stop#${'A'.repeat(43)}`,
    'bleibt oder wird diese Adresse',
  ],
  ['sign-in', `${TOWN}/sign-in`, 'Musterstadt ausprobieren'],
  ['no such page', `${TOWN}/nothing/here`, 'Diese Seite gibt es nicht'],
  ['no such procedure', `${TOWN}/p/nothing`, 'Dieses Verfahren gibt es hier nicht'],
]
const STAFF: Stop[] = [
  ['procedures of the staff', `${TOWN}/staff`, 'Alte Gärtnerei'],
  ['moderation', `${TOWN}/staff/moderation`, /^(ohne|mit) Namen$/],
  ['exports', `${TOWN}/staff/exports`, 'Ein Stand'],
  ['people', `${TOWN}/staff/people`, 'Arbeiten hier'],
  ['settings', `${TOWN}/staff/settings`, 'Amtlicher Gemeindeschlüssel'],
  ['map layers', `${TOWN}/staff/settings/layers`, 'Noch kein Kartenlayer'],
  ['embedding', `${TOWN}/staff/settings/embed`, 'Code kopieren'],
  ['messages', `${TOWN}/staff/messages`, 'Hier ist ihr Briefkasten.'],
  ['words of messages', `${TOWN}/staff/messages/words`, 'Das können Sie einsetzen:'],
  ['account', `${TOWN}/staff/account`, 'Dies ist ein Konto der Musterstadt'],
]

async function see(visitor: Visitor, [, path, words]: Stop) {
  await visitor.goTo(path)
  await visitor.page.getByText(words).first().waitFor()
}

async function asAdministrator(visitor: Visitor) {
  await visitor.goTo(`${TOWN}/sign-in`)
  await visitor.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await visitor.page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
}

describe.each([
  ['at 320 px, as wide as a page at 400 %', { width: 320, height: 256 }],
  ['in the dark', { dark: true }],
])('%s', (how, visit) => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await town.enter(visit)
  })
  afterAll(() => visitor.leave())

  test.each(PUBLIC)('%s can be read', async (...stop) => {
    await see(visitor, stop)
    await lookOver(visitor, `${stop[0]}, ${how}`)
    await fitsInWidth(visitor, `${stop[0]}, ${how}`)
  })

  test('a contribution of somebody else can be read', async () => {
    const { page } = visitor
    await visitor.goTo(`${TOWN}/p/sichere-schulwege`)
    const first = page.getByRole('listitem').getByRole('heading', { level: 3 }).getByRole('link').first()
    const title = await first.textContent()
    await first.click()
    await page.getByRole('heading', { level: 1, name: title! }).waitFor()
    await lookOver(visitor, `contribution, ${how}`)
    await fitsInWidth(visitor, `contribution, ${how}`)
  })

  test('the pages of the staff can be read', async () => {
    await asAdministrator(visitor)
    for (const stop of STAFF) {
      await see(visitor, stop)
      await lookOver(visitor, `${stop[0]}, ${how}`)
      await fitsInWidth(visitor, `${stop[0]}, ${how}`)
    }
  })

  test('a moderator sees the text and the verdicts', async () => {
    const { page } = visitor
    await see(visitor, STAFF[1]!)
    await page.getByRole('listbox').getByRole('option').first().click()
    await page.getByText('So würde der Beitrag auf der öffentlichen Seite stehen.').waitFor()
    await canBeSeen(page.getByRole('article').getByRole('paragraph').last(), 'the text')
    await canBeSeen(page.getByRole('button', { name: 'Freigeben' }), 'the verdict')
    await lookOver(visitor, `moderation of one contribution, ${how}`)
    await fitsInWidth(visitor, `moderation of one contribution, ${how}`)
  })

  test('a planner can set up a procedure', async () => {
    const { page } = visitor
    await see(visitor, ['template cards', `${TOWN}/staff/procedures/new`, 'Art des Verfahrens'])
    await lookOver(visitor, `template cards, ${how}`)
    await fitsInWidth(visitor, `template cards, ${how}`)
    await see(visitor, STAFF[0]!)
    await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().click()
    await page.getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' }).waitFor()
    for (const task of [
      'Grunddaten',
      'Gebiet',
      'Unterlagen',
      'Zeitraum',
      'Regeln',
      'Prüfen und veröffentlichen',
    ]) {
      const list = page.getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' })
      await list.getByRole('link', { name: task }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(task) }).waitFor()
      await canBeSeen(page.getByRole('button').last(), `the end of ${task}`)
      await lookOver(visitor, `set up: ${task}, ${how}`)
      await fitsInWidth(visitor, `set up: ${task}, ${how}`)
    }
  })
})

test('at 400 % one writes without anything lying on top of what has the focus', async () => {
  const visitor = await town.enter({ width: 320, height: 256 })
  const { page } = visitor
  await visitor.goTo(`${TOWN}/p/alte-gaertnerei`)
  await tabTo(page, page.getByRole('link', { name: 'Beitrag schreiben' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Ihr Beitrag' }))
  await page.keyboard.type('Auch in großer Schrift.')
  await tabTo(page, page.getByRole('button', { name: 'Weiter: Wo' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Ohne Ort weiter' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Absenden' }))
})

test('in English every word is English, and the page says so', async () => {
  const visitor = await town.enter({ language: 'en-GB' })
  const { page } = visitor
  await visitor.goTo(`${TOWN}/`)
  await page.getByRole('link', { name: 'Safe routes to school', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Safe routes to school' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await lookOver(visitor, 'procedure, in English')
  await page.getByRole('link', { name: 'Write a contribution' }).first().click()
  await page.getByRole('textbox', { name: 'Your contribution' }).waitFor()
  await lookOver(visitor, 'write: what, in English')
})
