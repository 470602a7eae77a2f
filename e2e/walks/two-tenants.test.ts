import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Visitor } from '../town.ts'

// @bad-input AUT-07 AUT-08 AUT-25

/** Two authorities in one installation: the town attacks the state's one. */
const town = openTown({ oneWalk: true })
const OURS = 'quellstedt'
const THEIRS = 'strassenbauamt'
const SECRET = 'Radweg, von dem noch niemand weiß'

/** What one of their pages asked the API: the body of the request, and what it was told. */
type Asked = { body: string; told: string }

let them: Visitor
let us: Visitor
let draft: string
const asked: Asked[] = []
const pages: string[] = []

async function signIn(visitor: Visitor, tenant: string): Promise<void> {
  await visitor.goTo(`/t/${tenant}/sign-in`)
  await visitor.page.getByRole('button', { name: 'Als Administratorin' }).click()
  await visitor.page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
}

/** Sends a request of theirs from a page of this visitor, with their cookie, as their own page would. */
const send = (page: Page, body: string) =>
  page.evaluate(async (payload) => {
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' }
    const response = await fetch('/graphql', { method: 'POST', headers, body: payload })
    return response.text()
  }, body)

const statusOf = (page: Page, path: string) => page.evaluate(async (url) => (await fetch(url)).status, path)

/** Without what is another one each time. */
const plain = (told: string) => told.replaceAll(/"requestId":"[^"]*"/g, '')

beforeAll(async () => {
  them = await town.enter()
  us = await town.enter()
  const listen = async (request: Request) => {
    if (new URL(request.url()).pathname !== '/graphql' || request.method() !== 'POST') return
    const told = await (await request.response())?.text()
    if (told) asked.push({ body: request.postData()!, told })
  }
  them.context.on('requestfinished', (request) => void listen(request).catch(() => {}))
})
afterAll(async () => {
  await them.leave()
  await us.leave()
})

test('they prepare something at their desk that nobody knows of yet', async () => {
  await signIn(them, THEIRS)
  const { page } = them
  await page.getByRole('link', { name: 'Neues Verfahren' }).click()
  await page.getByRole('radio', { name: /^Kartendialog/ }).check()
  await page.getByRole('textbox', { name: 'Titel' }).fill(SECRET)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await page.getByRole('heading', { level: 1, name: /Grunddaten/ }).waitFor()
  draft = new URL(page.url()).pathname
  await page.getByRole('textbox', { name: 'Kurzbeschreibung' }).fill('Am Fluss entlang.')
  await page.getByText(/^Gespeichert/).waitFor()
  const list = page.getByRole('navigation', { name: 'Punkte bis zur Veröffentlichung' }).getByRole('link')
  for (const link of await list.all()) pages.push((await link.getAttribute('href'))!)
  for (const path of ['', '/moderation', '/exports', '/people', '/settings', '/settings/layers', '/messages'])
    pages.push(`/t/${THEIRS}/staff${path}`)
  for (const path of pages) {
    await them.goTo(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
  }
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.some(({ told }) => told.includes(SECRET))).toBe(true)
})

test('we, signed in at our own desk, find their door shut at every one of their addresses', async () => {
  await signIn(us, OURS)
  const { page } = us
  for (const path of new Set([draft, ...pages])) {
    await us.goTo(path)
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
    expect(await page.locator('body').innerText(), path).not.toContain(SECRET)
  }
  // Their draft under our own name is nothing of ours either.
  await us.goTo(draft.replace(THEIRS, OURS))
  await page.getByText('Dieses Verfahren gibt es nicht').first().waitFor()
})

test('their own requests, sent from our page with our cookie, tell us nothing and change nothing', async () => {
  const { page } = us
  await us.goTo(`/t/${OURS}/staff`)
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  const id = /\/procedures\/([^/]+)/.exec(draft)![1]!
  for (const { body } of asked)
    for (const one of [body, body.replaceAll(`"${THEIRS}"`, `"${OURS}"`)]) {
      // In our own name we may begin something, whatever it is called.
      if (/"operationName":"(SignIn|SignOut|CreateProcedure)/.test(one)) continue
      const told = await send(page, one)
      expect(told, one).not.toContain(SECRET)
      if (one.includes(id)) expect(plain(told), one).toMatch(/NOT_FOUND|null/)
    }
})

test('files, exports, tiles and uploads of theirs are not there for us', async () => {
  const { page } = us
  const told = asked.map((one) => one.told).join('\n')
  const ids = new Set(told.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))
  expect(ids.size).toBeGreaterThan(3)
  // What they have on display is there for everybody; nothing else is there for us.
  const anybody = await town.enter()
  await anybody.goTo(`/t/${OURS}/`)
  for (const visitor of [us, anybody]) visitor.troubles.forgive(/404|400/)
  let shut = 0
  for (const id of ids)
    for (const path of [`/files/${id}`, `/exports/${id}`, `/drawings/${id}/0/0/0.webp`, `/uploads/${id}`]) {
      const toAnybody = await statusOf(anybody.page, path)
      expect(await statusOf(page, path), path).toBe(toAnybody)
      if (toAnybody === 404) shut++
      else expect(path).toMatch(/^\/files\//)
    }
  expect(shut).toBeGreaterThan(ids.size * 3 - 1)
  anybody.troubles.take()
  await anybody.leave()
  expect(await statusOf(page, `/audit/${THEIRS}.csv`)).toBe(404)
  us.troubles.take()
})

test('they find everything as they left it', async () => {
  const { page } = them
  for (const { body, told } of asked
    .filter((one) => one.told.includes(SECRET) && !one.told.includes('ProcedureSaved'))
    .slice(-3))
    expect(plain(await send(page, body))).toBe(plain(told))
  await them.goTo(draft)
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Kurzbeschreibung' }).inputValue())
    .toBe('Am Fluss entlang.')
  expect(await page.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe(SECRET)
})
