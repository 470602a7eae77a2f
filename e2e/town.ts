import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch } from './launch.mjs'
import { troublesOf, type Troubles } from './troubles.ts'

function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: start the walks with \`npm test -- e2e\`.`)
  return value
}

/** The town as every start fills it. */
export const ADDRESS = given('E2E_ADDRESS')
/** The same town, filled some forty days ago: the display period of its plan is over. */
export const EARLIER_ADDRESS = given('E2E_EARLIER_ADDRESS')

/** Where pictures of failed steps go; git ignores it. */
const PICTURES = join(import.meta.dirname, '../test-results')

/** How long something may take to show on a busy machine. */
const PATIENCE_MS = 20_000

export type Visit = {
  width?: number
  height?: number
  /** A telephone: touch, and a page as wide as the screen. */
  phone?: boolean
  dark?: boolean
  language?: 'de-DE' | 'en-GB'
  address?: string
}

/** Somebody in front of a browser of their own; they share nothing with others but the town. */
export type Visitor = {
  page: Page
  context: BrowserContext
  troubles: Troubles
  goTo: (path: string) => Promise<void>
  /** A further page of the same person, after the first was closed or crashed. */
  reopen: () => Promise<void>
  leave: () => Promise<void>
}

/**
 * A browser for the walk of this file.
 *
 * After every step each visitor's page is asked whether anything went wrong behind it: a request to somewhere
 * else, a word on the console, something the content policy refused. Any of these fails the step.
 *
 * @param oneWalk each step begins where the one before ended: after a failed one the rest fails at once,
 * instead of waiting for what can no longer come.
 */
export function openTown({ oneWalk = false } = {}) {
  let browser: Browser
  let endedAt: string | null = null
  const visitors = new Set<Visitor>()

  beforeAll(async () => {
    browser = await launch(given('E2E_CHROMIUM'))
  })
  afterAll(async () => {
    for (const visitor of [...visitors]) await visitor.leave()
    await browser.close()
  })
  beforeEach(() => {
    if (oneWalk && endedAt) throw new Error(`The walk had ended at "${endedAt}".`)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && !endedAt) {
      endedAt = task.name
      await takePictures(task.name, visitors)
    }
    for (const { troubles } of visitors) expect(troubles.take(), 'troubles behind the page').toEqual([])
  })

  return {
    async enter(visit: Visit = {}): Promise<Visitor> {
      const visitor = await enter(browser, visit)
      visitors.add(visitor)
      visitor.context.once('close', () => visitors.delete(visitor))
      return visitor
    },
  }
}

async function enter(browser: Browser, visit: Visit): Promise<Visitor> {
  const {
    width = 1440,
    height = 900,
    phone = false,
    dark = false,
    language = 'de-DE',
    address = ADDRESS,
  } = visit
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    timezoneId: 'Europe/Berlin',
    // Nothing to wait for: what moves is where it goes.
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const troubles = troublesOf(context, address)
  const visitor: Visitor = {
    page: await context.newPage(),
    context,
    troubles,
    async goTo(path) {
      await visitor.page.goto(path)
    },
    async reopen() {
      await visitor.page.close()
      visitor.page = await context.newPage()
    },
    leave: () => context.close(),
  }
  return visitor
}

async function takePictures(step: string, visitors: Set<Visitor>) {
  mkdirSync(PICTURES, { recursive: true })
  const name = step.replace(/[^\p{L}\p{N}]+/gu, '-')
  for (const [index, { page }] of [...visitors].entries()) {
    const path = join(PICTURES, `${name}-${index + 1}.png`)
    // A page that crashed has no picture; the step has failed with a better reason.
    await page.screenshot({ path, timeout: 5000 }).catch(() => {})
    console.log(`  ${page.url()}\n  ${path}`)
  }
}
