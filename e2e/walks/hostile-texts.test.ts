import { expect, test } from 'vitest'
import { fitsInWidth } from '../accessibility.ts'
import { smallPdf } from '../small-pdf.ts'
import { openTown, type Visitor } from '../town.ts'

/**
 * Texts that would be programs, pictures from elsewhere or links into scripts if anything took them for HTML. Each step
 * ends with the question of `openTown` whether the page asked somebody else, or the content policy refused something.
 */
const town = openTown({ oneWalk: true })
const TOWN = '/t/quellstedt'
const MARK = 'Pappelweg'
const TITLE = `${MARK} "><script>window.hit = 1</script>`
const NAME = `<img src=x onerror="window.hit = 1">`
const FILE = `"><img src=x onerror=window.hit=1>.pdf`
const LINES = [
  `<a href="javascript:window.hit=1">Link</a> <a href="jAvAsCrIpT&colon;window.hit=1">Link</a>`,
  `<a href="data:text/html,<script>window.hit=1</script>">Daten</a>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hit=1&gt;">`,
  `<iframe srcdoc="<script>parent.hit=1</script>"></iframe><object data="//evil.example"></object><base href="//evil.example">`,
  `<meta http-equiv="refresh" content="0;url=//evil.example"><style>@import '//evil.example/x.css'</style>`,
  `<p style="background:url(//evil.example/a.gif)">x</p><img src="https://tracker.example/p.gif">`,
  `[x](javascript:window.hit=1) ![x](x" onerror="window.hit=1) {{constructor.constructor('window.hit=1')()}}`,
  `</script><script>window.hit=1</script>`,
]
/** Far too many marks on one letter, and signs that turn or hide what stands beside them. */
const STACK = `Za${'\u0338\u0301\u0316'.repeat(300)}lgo \u202Egnp.exe \u200b\u200d Ende`
const TEXT = `${TITLE}\n${LINES.join('\n')}\n${STACK}`

let resident: Visitor
let moderator: Visitor
let published: string

/** Nothing of it ran, became an element, or left the page. */
async function nothingCameOfIt({ page }: Visitor, where: string) {
  const found = await page.evaluate(() => ({
    hit: (window as { hit?: number }).hit ?? null,
    elements: [
      ...document.querySelectorAll('main iframe, main object, main base, main meta, main script, main math'),
    ].length,
    links: [...document.querySelectorAll('a[href], area[href]')]
      .map((link) => link.getAttribute('href')!)
      .filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
    pictures: [...document.images].map(({ src }) => src).filter((src) => /evil|tracker|\/x$/.test(src)),
  }))
  expect(found, where).toEqual({ hit: null, elements: 0, links: [], pictures: [] })
}

async function signIn(role: string, query = ''): Promise<Visitor> {
  const visitor = await town.enter()
  await visitor.goTo(`${TOWN}/sign-in${query}`)
  await visitor.page.getByRole('button', { name: role }).click()
  await visitor.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Anmelden' }).waitFor()
  return visitor
}

test('a resident hands in texts that would be programs', async () => {
  resident = await town.enter({ width: 360, height: 740 })
  const { page } = resident
  await resident.goTo(`${TOWN}/p/sichere-schulwege/write`)
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(TEXT)
  await page
    .getByLabel('Foto oder Datei hinzufügen')
    .setInputFiles([{ name: FILE, mimeType: 'application/pdf', buffer: smallPdf('Brief') }])
  await page.getByRole('listitem').filter({ hasText: '.pdf' }).first().waitFor()
  await page.getByRole('button', { name: 'Weiter: Wo' }).click()
  await page.getByRole('radio', { name: 'Straße oder Adresse' }).check()
  await page.getByRole('combobox', { name: 'Straße oder Adresse' }).fill('Parkstr')
  await page
    .getByRole('option', { name: /^Parkstraße/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Weiter: Prüfen' }).click()
  await page.getByRole('radio', { name: /^Alle, mit meinem Namen/ }).check()
  await page.getByRole('textbox', { name: 'Ihr Name' }).fill(NAME)
  await page.getByRole('checkbox', { name: 'Meine Dateien öffentlich zeigen' }).check()
  await nothingCameOfIt(resident, 'check')
  await page.getByRole('button', { name: 'Absenden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ihr Beitrag ist da.' }).waitFor()
  await nothingCameOfIt(resident, 'receipt')
})

test('XSS-01 XSS-04 XSS-05 XSS-08 XSS-13 XSS-26 the moderator reads them as they stand', async () => {
  moderator = await signIn('Als Moderator')
  const { page } = moderator
  await moderator.goTo(`${TOWN}/staff/moderation`)
  await page.getByRole('combobox', { name: 'Verfahren' }).selectOption({ label: 'Sichere Schulwege' })
  await page.getByRole('option', { name: new RegExp(MARK) }).click()
  const article = page.getByRole('article')
  await article.getByText(LINES[0]!).first().waitFor()
  await nothingCameOfIt(moderator, 'moderation')
  await page.getByRole('checkbox', { name: 'Mit Dateien' }).check()
  await page.getByRole('button', { name: 'Freigeben' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Freigegeben/ })
    .waitFor()
})

test('XSS-02 XSS-07 XSS-10 XSS-11 XSS-17 XSS-28 everybody reads them as they stand, and the page holds', async () => {
  const { page } = resident
  await resident.goTo(`${TOWN}/p/sichere-schulwege`)
  const link = page.getByRole('link', { name: new RegExp(MARK) }).first()
  await link.waitFor()
  await nothingCameOfIt(resident, 'list')
  await link.click()
  await page.getByRole('heading', { level: 1, name: MARK }).waitFor()
  published = page.url()
  const main = page.getByRole('main')
  for (const line of [TITLE, ...LINES, NAME]) expect(await main.innerText()).toContain(line.slice(0, 60))
  expect(await page.title()).toContain(MARK)
  await nothingCameOfIt(resident, 'contribution')
  await fitsInWidth(resident, 'contribution with hostile texts')
})

test('XSS-22 signing in leads to our own pages, wherever the address says', async () => {
  const { origin } = new URL(published)
  for (const then of [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    '%2F%2Fevil.example',
    'javascript:alert(1)',
  ]) {
    const visitor = await signIn('Als Planerin', `?then=${then}&redirect=${then}&next=${then}`)
    expect(new URL(visitor.page.url()).origin, then).toBe(origin)
    expect(new URL(visitor.page.url()).pathname, then).toMatch(/^\/t\/quellstedt\//)
    await visitor.leave()
  }
})

test('XSS-23 XSS-29 neither a language in the address nor a message from another window does anything', async () => {
  const { page } = resident
  await resident.goTo(`${TOWN}/?lang=%3Cscript%3Ewindow.hit=1%3C/script%3E`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
  await page.waitForLoadState('networkidle')
  const before = await page.getByRole('main').innerText()
  await page.evaluate(() => {
    for (const data of [{ type: 'navigate', to: '//evil.example' }, '<img src=x onerror=window.hit=1>'])
      window.dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example' }))
  })
  expect(await page.getByRole('main').innerText()).toBe(before)
  await nothingCameOfIt(resident, 'start page')
})
