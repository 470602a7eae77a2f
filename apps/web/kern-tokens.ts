import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const ID = 'virtual:kern-tokens.css'
const require = createRequire(import.meta.url)

/**
 * Offers KERN's measures (space, radius, type) as a style sheet of custom properties.
 *
 * KERN ships them inside 340 kB of component styles, whose reset also breaks Leaflet. Its colours are
 * left out: `ui/theme.css` sets ours.
 */
export function kernTokens(): Plugin {
  return {
    name: 'kern-tokens',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null
      const css = readFileSync(require.resolve('@kern-ux/native/dist/kern.css'), 'utf8')
      const wanted = new Map<string, string>()
      for (const [, name, value] of css.matchAll(/^ {2}(--kern-[\w-]+):\s*([^;]+);/gm))
        if (/^--kern-(\d+|metric-(space|border)-.*)$/.test(name!) && !wanted.has(name!))
          wanted.set(name!, value!)
      return `:root{${[...wanted].map(([name, value]) => `${name}:${value}`).join(';')}}`
    },
  }
}
