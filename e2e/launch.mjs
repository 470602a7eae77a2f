import { chromium } from 'playwright-core'

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A browser without a window that asks nobody but our server.
 *
 * @param {string} executablePath
 */
export const launch = (executablePath) => chromium.launch({ executablePath, args: ARGS })
