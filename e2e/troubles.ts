import type { BrowserContext } from 'playwright-core'

export type Troubles = {
  /** What went wrong since it was last asked. */
  take: () => string[]
  /** From now on this is no trouble; for steps in which the connection is cut on purpose. */
  forgive: (pattern: RegExp) => void
}

/** Requests a page makes without anybody: they go nowhere. */
const INSIDE = /^(data|blob|about):/

/** Listens to everything that happens behind the pages of one person. */
export function troublesOf(context: BrowserContext, address: string): Troubles {
  const { origin } = new URL(address)
  const troubles: string[] = []
  const forgiven: RegExp[] = []
  const note = (trouble: string) => {
    if (!forgiven.some((pattern) => pattern.test(trouble))) troubles.push(trouble)
  }

  context.on('request', (request) => {
    const url = request.url()
    if (!INSIDE.test(url) && new URL(url).origin !== origin) note(`a request to somebody else: ${url}`)
  })
  // The console only names the status; what the server said helps whoever reads it.
  context.on('response', (response) => {
    if (response.status() < 400) return
    const tell = (text: string) =>
      console.log(`  ${response.status()} ${response.url()}: ${text.slice(0, 400)}`)
    response.text().then(tell, () => {})
  })
  // What the content policy refuses is an error on the console, too.
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => note(`exception: ${error.error().stack ?? error.error().message}`))

  return {
    take: () => troubles.splice(0),
    forgive: (pattern) => {
      forgiven.push(pattern)
      for (let i = troubles.length - 1; i >= 0; i--) if (pattern.test(troubles[i]!)) troubles.splice(i, 1)
    },
  }
}
