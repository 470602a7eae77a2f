type PolicyOptions = {
  createHTML: (markup: string) => string
  createScriptURL: (address: string) => string
}
type TrustedTypeWindow = Window & {
  trustedTypes?: { createPolicy(name: string, options: PolicyOptions): unknown }
}

/**
 * The only markup that may become HTML without anyone having sanitised it.
 *
 * Leaflet asks the browser at load time whether it can draw SVG (`<svg/>`), and empties the icons of
 * markers whose content we then put in as elements. Everything else is a mistake or an attack.
 */
const HARMLESS = new Set(['', '<svg/>'])

export function startTrustedTypes() {
  ;(window as TrustedTypeWindow).trustedTypes?.createPolicy('default', {
    createHTML(markup) {
      if (HARMLESS.has(markup)) return markup
      throw new TypeError('Text must not become markup here.')
    },
    // The reader of documents works beside the page, in a file of this very build.
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, window.location.href)
      if (origin === window.location.origin && pathname.startsWith('/assets/pdf.worker')) return address
      throw new TypeError('Only scripts of this build run here.')
    },
  })
}
