import { beforeAll, expect, test } from 'vitest'
import { fitsInWidth, lookOver } from '../accessibility.ts'
import { foreignPage } from '../foreign-page.ts'
import { ADDRESS, openTown, type Visitor } from '../town.ts'

const town = openTown({ oneWalk: true })
const SETTINGS = '/t/quellstedt/staff/settings/embed'
const FRAMED = '/embed/t/quellstedt/sichere-schulwege'
const listed = foreignPage()
const other = foreignPage()
let administrator: Visitor
let code: string

beforeAll(async () => {
  administrator = await town.enter()
})

/** Somebody on the page of another site; what that page asks of its own is no trouble of ours. */
async function onSite(site: { origin: string; html: string }, html: string, visitor: Visitor) {
  visitor.troubles.forgive(/a request to somebody else: http:\/\/127\.0\.0\.1:\d+\/(favicon\.ico)?$/)
  visitor.troubles.forgive(/Failed to load resource.*favicon/)
  site.html = `<!doctype html><html lang="de"><title>Rathaus</title><link rel="icon" href="data:,"><main><h1>Rathaus</h1>${html}</main></html>`
  await visitor.page.goto(site.origin)
}

test('an administrator is told what is no website, lists one, and finds the code for it', async () => {
  const { page } = administrator
  await administrator.goTo('/t/quellstedt/sign-in')
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  await administrator.goTo(SETTINGS)
  const hosts = page.getByRole('textbox', { name: /^Websites, die Verfahren zeigen dürfen/ })
  await hosts.fill(`${listed.origin}\nhttps://www.stadt.example/rathaus`)
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await page.getByText('„https://www.stadt.example/rathaus“ ist keine Website').first().waitFor()
  await hosts.fill(listed.origin)
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await page.getByText('Gespeichert.', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Verfahren' }).selectOption('sichere-schulwege')
  code = (await page.locator('pre code').textContent())!
  expect(code).toContain(`src="${ADDRESS}${FRAMED}?lang=de" title="Beteiligung: Sichere Schulwege"`)
  await lookOver(administrator, 'settings: embedding')
  await administrator.page
    .screenshot({ path: 'test-results/embed-settings.png', fullPage: true })
    .catch(() => {})
})

test.each([320, 480, 800])('the listed site shows the procedure, %i px wide', async (width) => {
  const visitor = await town.enter({ width: width + 16, height: 900 })
  await onSite(listed, code, visitor)
  const frame = visitor.page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1, name: 'Sichere Schulwege' }).waitFor()
  await frame.getByRole('listitem').first().waitFor()
  const way = frame.getByRole('link', { name: 'Ansehen und mitreden (öffnet einen neuen Tab)' })
  expect(await way.getAttribute('target')).toBe('_blank')
  await visitor.page.screenshot({ path: `test-results/embed-${width}.png` }).catch(() => {})
  // By itself, as wide as in the frame.
  await visitor.goTo(FRAMED)
  await visitor.page.getByRole('listitem').first().waitFor()
  await lookOver(visitor, `embedded procedure, ${width} px`)
  await fitsInWidth(visitor, `embedded procedure, ${width} px`)
  await visitor.leave()
})

test('the frame recognises nobody and leaves nothing on the device', async () => {
  const asked: { path: string; cookie: string | undefined }[] = []
  // Signed in here, and on a page of the same site: the browser itself would send the cookie along.
  administrator.context.on('request', async (request) => {
    const { pathname } = new URL(request.url())
    const { cookie } = await request.allHeaders().catch((): Record<string, string> => ({}))
    if (request.url().startsWith(ADDRESS)) asked.push({ path: pathname, cookie })
  })
  await onSite(listed, code, administrator)
  await administrator.page.frameLocator('iframe').getByRole('listitem').first().waitFor()
  const questions = asked.filter(({ path }) => path === '/graphql' || path.startsWith('/map/'))
  expect(questions.length).toBeGreaterThan(1)
  expect(questions.filter(({ cookie }) => cookie !== undefined)).toEqual([])

  const visitor = await town.enter()
  await onSite(listed, code, visitor)
  await visitor.page.frameLocator('iframe').getByRole('listitem').first().waitFor()
  const frame = visitor.page.frames().find((each) => each.url().includes('/embed/'))!
  const openedStorage = await frame.evaluate(() =>
    (['localStorage', 'sessionStorage'] as const).filter((name) => {
      try {
        return window[name] !== undefined
      } catch {
        return false
      }
    }),
  )
  expect(openedStorage).toEqual([])
  expect(await visitor.context.storageState()).toEqual({ cookies: [], origins: [] })
  // What is done is done on our own page.
  const opened = visitor.context.waitForEvent('page')
  await visitor.page
    .frameLocator('iframe')
    .getByRole('link', { name: /^Ansehen und mitreden/ })
    .click()
  const tab = await opened
  await tab.getByRole('heading', { level: 1, name: 'Sichere Schulwege' }).waitFor()
  expect(await tab.evaluate(() => window.opener)).toBeNull()
  await visitor.leave()
})

test.each([
  ['a site that is not listed', () => other, () => code],
  [
    'the listed site, for any other page',
    () => listed,
    () => `<iframe src="${ADDRESS}/t/quellstedt/" title="x"></iframe>`,
  ],
])('%s is refused by the browser', async (_, site, html) => {
  const visitor = await town.enter()
  visitor.troubles.forgive(/frame-ancestors|Refused to|Framing '/)
  await onSite(site(), html(), visitor)
  await expect
    .poll(async () => visitor.page.frames().map((each) => each.url()))
    .toContainEqual(expect.stringMatching(/^chrome-error:/))
  expect(await visitor.page.frameLocator('iframe').getByRole('heading', { name: 'Schulwege' }).count()).toBe(
    0,
  )
  await visitor.leave()
})

test('what is not there says so in the frame', async () => {
  const visitor = await town.enter()
  visitor.troubles.forgive(/status of 404/)
  await onSite(listed, code.replace('sichere-schulwege', 'gibt-es-nicht'), visitor)
  await visitor.page.frameLocator('iframe').getByText('wird hier nicht mehr gezeigt').waitFor()
})
