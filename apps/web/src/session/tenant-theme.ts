/**
 * The colours of the tenant whose page is shown: a style sheet of its own, which the content policy asks for and the
 * browser keeps.
 */
let shown: { slug: string; link: HTMLLinkElement } | null = null

const addressOf = (slug: string) => `/t/${encodeURIComponent(slug)}/theme.css`

/** @param slug null where the page belongs to no tenant. */
export function showTheme(slug: string | null): void {
  if (shown?.slug === (slug ?? undefined)) return
  shown?.link.remove()
  shown = null
  if (slug === null) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = addressOf(slug)
  document.head.append(link)
  shown = { slug, link }
}

/** Before the first paint, from the address alone. */
export function startTenantTheme(): void {
  const slug = /^(?:\/embed)?\/t\/([^/]+)/.exec(window.location.pathname)?.[1]
  if (slug) showTheme(decodeURIComponent(slug))
}

/** After the colours were changed. */
export function refreshTheme(): void {
  if (shown) shown.link.href = `${addressOf(shown.slug)}?at=${Date.now()}`
}
