// Takes the pictures of docs/screenshots from a fresh sample town: node scripts/screenshots.mjs
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putPlan } from '../bench/lib/put-plan.mjs'
import { ownerUrl } from '../bench/lib/servers.mjs'
import { chromiumHere } from '../e2e/chromium.mjs'
import { launch } from '../e2e/launch.mjs'
import { withPalette } from '../e2e/palette-png.mjs'
import { build } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { inRoot, isThere } from './lib/paths.mjs'
import { finish } from './lib/processes.mjs'
import { say, sayError } from './lib/say.mjs'
import { withServer } from './lib/server.mjs'

const FOLDER = inRoot('docs/screenshots')
const MOST_BYTES = 300_000
const LARGE_PLAN = '../shared/data/xplanung/v5_0_1_LA22.gml'

/** The wide picture has the plain name that README.md shows; the others say what they are. */
const SIZES = [
  { suffix: '', width: 1440, height: 900 },
  { suffix: '-360', width: 360, height: 740 },
]

/** Streets and plans come from the server tile by tile; a picture waits until each has come. */
async function settle(page) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  })
}

async function take(page, name) {
  await settle(page)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  writeFileSync(join(FOLDER, `${name}.png`), withPalette(picture))
}

/** The plan is drawn when the last slice is: its canvas then has something on it. */
async function takePlan(page, name, { closer = 0 } = {}) {
  await page.locator('.plan-canvas canvas').first().waitFor({ state: 'attached' })
  for (let i = 0; i < closer; i++) {
    await page.getByRole('button', { name: 'Vergrößern' }).click()
    await page.waitForTimeout(500)
  }
  await page.waitForTimeout(1000)
  await take(page, name)
}

async function asResident(page, suffix) {
  const write = '/t/quellstedt/p/alte-gaertnerei/write'
  await page.goto('/t/quellstedt/')
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).waitFor()
  await take(page, `start${suffix}`)

  await page.goto('/t/quellstedt/p/alte-gaertnerei')
  await page.getByText('Unterlagen').first().waitFor()
  await take(page, `procedure${suffix}`)

  await page.goto('/t/quellstedt/p/alte-gaertnerei/plan')
  await takePlan(page, `plan${suffix}`)

  await page.goto(write)
  await page
    .getByRole('textbox', { name: 'Ihr Beitrag' })
    .fill('Am Mühlbach bitte einen Weg, der auch mit dem Kinderwagen geht. Zwei Bänke am Wasser wären schön.')
  await page.getByRole('button', { name: 'Grün' }).click()
  await take(page, `write${suffix}`)

  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: 'Fläche aus dem Plan' }).check()
  await page.getByRole('radio', { name: /^Bachpromenade/ }).check()
  await take(page, `write-where${suffix}`)

  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('radio', { name: 'Alle, ohne meinen Namen' }).check()
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page.getByRole('heading', { name: 'Ihr Beitrag ist da.' }).waitFor()
  await take(page, `receipt${suffix}`)
}

async function asStaff(page, suffix) {
  await page.goto('/t/quellstedt/sign-in')
  await page.getByRole('button', { name: 'Als Administratorin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().waitFor()
  await take(page, `procedures-staff${suffix}`)

  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().click()
  await page.getByRole('link', { name: 'Gebiet' }).click()
  await page.getByRole('heading', { level: 1, name: /Gebiet/ }).waitFor()
  await take(page, `set-up${suffix}`)

  await page.goto('/t/quellstedt/staff/moderation')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByText('So würde der Beitrag auf der öffentlichen Seite stehen.').waitFor()
  await take(page, `moderation${suffix}`)
}

/** Corners of the plan's boundary: pixels of its drawing, and where they lie. */
const CORNERS = [
  [753, 2134, 12.900448, 50.822055],
  [1498, 1688, 12.902242, 50.822734],
  [1133, 516, 12.901365, 50.824518],
  [380, 1511, 12.89955, 50.823004],
]

/** The drawing of the plan is laid on the map; last of all, because the town shows it from then on. */
async function asPlacer(page) {
  await page.goto('/t/quellstedt/sign-in')
  await page.getByRole('button', { name: 'Als Planerin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verfahren' }).waitFor()
  await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).first().click()
  await page.getByRole('link', { name: 'Unterlagen' }).click()
  await page.getByRole('combobox', { name: 'Aus den Unterlagen' }).selectOption({ label: 'Planzeichnung' })
  await page.getByRole('button', { name: 'Übernehmen und einpassen' }).click()
  await page.getByText(/^Noch 3 Punktpaare/).waitFor({ timeout: 90_000 })
  for (const [index, corner] of CORNERS.entries()) {
    for (const [i, name] of ['Zeichnung x', 'Zeichnung y', 'Länge', 'Breite'].entries())
      await page.getByRole('textbox', { name: `Punkt ${index + 1}, ${name}` }).fill(String(corner[i]))
    await page.getByRole('textbox', { name: `Punkt ${index + 1}, Breite` }).press('Enter')
  }
  await page.getByText(/^Die Zeichnung liegt auf etwa/).waitFor()
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await page.locator('.leaflet-drawings-pane img.leaflet-tile-loaded').first().waitFor()
  await take(page, 'place-drawing')
}

async function withPage(browser, address, options, work) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  })
  await work(await context.newPage())
  await context.close()
}

async function takeAll(browser, address) {
  for (const { suffix, width, height } of SIZES) {
    const viewport = { width, height }
    await withPage(browser, address, { viewport }, (page) => asResident(page, suffix))
    await withPage(browser, address, { viewport }, (page) => asStaff(page, suffix))
  }
  const dark = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }
  await withPage(browser, address, dark, async (page) => {
    await page.goto('/t/quellstedt/p/alte-gaertnerei')
    await page.getByText('Unterlagen').first().waitFor()
    await take(page, 'procedure-dark')
    await page.goto('/t/quellstedt/p/alte-gaertnerei/plan')
    await takePlan(page, 'plan-dark')
    await page.goto('/t/quellstedt/')
    await page.getByRole('link', { name: 'Alte Gärtnerei', exact: true }).waitFor()
    await take(page, 'start-dark')
  })
  await withPage(browser, address, { viewport: { width: 768, height: 1024 } }, async (page) => {
    await page.goto('/t/quellstedt/p/alte-gaertnerei/plan')
    await takePlan(page, 'plan-768')
  })
  await withPage(browser, address, { viewport: { width: 1440, height: 900 } }, asPlacer)
}

/** A real plan of more than a thousand parts, where it lies beside the project. */
async function takeLargePlan(browser) {
  if (!isThere(LARGE_PLAN)) return say(`${LARGE_PLAN} is not there: no picture of a large plan.`)
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-pictures-'))
  // As root the database runs as another user, who must be able to walk to its folder.
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'var')
  const path = '/t/quellstedt/p/alte-gaertnerei/plan'
  const takeIt = async (address) => {
    await putPlan(ownerUrl(dataDir), 'alte-gaertnerei', inRoot(LARGE_PLAN), folder)
    for (const { suffix, closer, ...options } of [
      { suffix: '', closer: 1, viewport: { width: 1440, height: 1080 } },
      { suffix: '-dark', closer: 2, viewport: { width: 1440, height: 1080 }, colorScheme: 'dark' },
      { suffix: '-768', closer: 0, viewport: { width: 768, height: 1024 } },
      { suffix: '-360', closer: 0, viewport: { width: 360, height: 740 } },
    ])
      await withPage(browser, address, options, async (page) => {
        await page.goto(path)
        await takePlan(page, `plan-large${suffix}`, { closer })
      })
  }
  await withServer(takeIt, { DATA_DIR: dataDir, DATABASE_URL: '', DATABASE_ADMIN_URL: '' })
  rmSync(folder, { recursive: true, force: true })
}

let exitCode = 1
try {
  await install()
  await build(['web', 'server'])
  const browser = await launch(await chromiumHere())
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  await withServer((address) => takeAll(browser, address))
  await takeLargePlan(browser)
  await browser.close()

  const sizes = readdirSync(FOLDER).map((name) => ({ name, bytes: statSync(join(FOLDER, name)).size }))
  for (const { name, bytes } of sizes) say(`${String(Math.round(bytes / 1000)).padStart(4)} kB  ${name}`)
  const tooLarge = sizes.filter(({ bytes }) => bytes > MOST_BYTES)
  for (const { name } of tooLarge) say(`${name} is larger than ${MOST_BYTES / 1000} kB.`)
  exitCode = tooLarge.length === 0 ? 0 : 1
} catch (error) {
  sayError(error)
}
await finish(exitCode)
