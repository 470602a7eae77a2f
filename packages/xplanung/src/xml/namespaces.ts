import type { Space } from './element.ts'

const XPLAN = /^https?:\/\/(?:www\.)?xplanung\.de\/xplangml\/?(\d+)?(?:\/(\d+))?/i
const GML = /^https?:\/\/(?:www\.)?opengis\.net\/gml/i

/** What prefixes usually mean, for files that forgot to declare them. */
const CUSTOMARY: Readonly<Record<string, Space>> = { xplan: 'xplan', gml: 'gml' }

export const spaceOf = (uri: string): Space => (XPLAN.test(uri) ? 'xplan' : GML.test(uri) ? 'gml' : 'other')

/** The version an XPlanGML namespace stands for ("6.0"), or null for any other namespace. */
export function versionOf(uri: string): string | null {
  const match = XPLAN.exec(uri)
  return match ? `${match[1] ?? '?'}.${match[2] ?? '0'}` : null
}

interface Scope {
  readonly depth: number
  readonly spaces: ReadonlyMap<string, Space>
}

/** Follows which prefix means what while the file is read. */
export class Namespaces {
  /** versions met, with the line of the first */
  readonly versions = new Map<string, number>()
  private scopes: Scope[] = [{ depth: 0, spaces: new Map() }]
  private readonly onUndeclared: (prefix: string) => void
  private readonly told = new Set<string>()

  constructor(onUndeclared: (prefix: string) => void) {
    this.onUndeclared = onUndeclared
  }

  enter(depth: number, attributes: Readonly<Record<string, string>>, line: number): void {
    let declared: Map<string, Space> | null = null
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      declared ??= new Map(this.current.spaces)
      const uri = attributes[name]!.trim()
      declared.set(name === 'xmlns' ? '' : name.slice(6), spaceOf(uri))
      const version = versionOf(uri)
      if (version && !this.versions.has(version)) this.versions.set(version, line)
    }
    if (declared) this.scopes.push({ depth, spaces: declared })
  }

  leave(depth: number): void {
    if (this.scopes.length > 1 && this.current.depth === depth) this.scopes.pop()
  }

  spaceOfPrefix(prefix: string): Space {
    const space = this.current.spaces.get(prefix)
    if (space !== undefined) return space
    if (prefix !== '' && prefix !== 'xml' && !this.told.has(prefix)) {
      this.told.add(prefix)
      this.onUndeclared(prefix)
    }
    return CUSTOMARY[prefix.toLowerCase()] ?? 'other'
  }

  private get current(): Scope {
    return this.scopes[this.scopes.length - 1]!
  }
}
