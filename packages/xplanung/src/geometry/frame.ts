import type { ReferenceSystem } from '../crs/systems.ts'
import type { Findings } from '../findings.ts'
import type { Limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import { words } from '../words/words.ts'
import type { XmlElement } from '../xml/element.ts'
import type { Budget } from './crossings.ts'

/** How the numbers of a geometry are to be read. */
export interface Frame {
  readonly system: ReferenceSystem
  /** whether north stands before east in the file */
  readonly northFirst: boolean
}

/** What every geometry of a file is read with. */
export interface GeometryContext {
  /** elements by gml:id, for references */
  readonly byId: ReadonlyMap<string, XmlElement>
  readonly findings: Findings
  readonly limits: Limits
  /** metres between an arc and the straight pieces drawn for it */
  readonly arcToleranceM: number
  readonly crossings: Budget
  /** positions that may still be drawn: references could make a short file endless */
  readonly positions: Budget
  /** the object the geometry belongs to */
  objectId: string | null
  /** how deep geometries stand in geometries just now, references followed */
  depth: number
}

/** A geometry that cannot be drawn; caught where it is asked for and told as a finding. */
export class Unusable extends Error {
  readonly line: number

  constructor(line: number, reason: string) {
    super(reason)
    this.line = line
  }
}

const METRES_PER_DEGREE = 111_320

/** Two ends closer than this are the same place, in the units of the frame: a centimetre. */
export const snapTolerance = ({ system }: Frame): number => 0.01 / (system.geographic ? METRES_PER_DEGREE : 1)

export const arcTolerance = ({ system }: Frame, context: GeometryContext): number =>
  context.arcToleranceM / (system.geographic ? METRES_PER_DEGREE : 1)

/** A distance in the units of the frame, in words. */
export function inMetres({ system }: Frame, length: number): string {
  const metres = length * (system.geographic ? METRES_PER_DEGREE : 1)
  return metres >= 10 ? `${Math.round(metres)} m` : `${metres.toPrecision(2)} m`
}

const MAX_REFERENCES = 16

/** Following a reference counts as much as this many positions: nothing else lets a file repeat itself. */
const REFERENCE_COST = 40

const MAX_DEPTH = 48

/**
 * Does something one geometry deeper.
 *
 * @throws Unusable when geometries stand in each other without end, as references allow
 */
export function nested<T>(element: XmlElement, context: GeometryContext, work: () => T): T {
  if (context.depth >= MAX_DEPTH) throw new Unusable(element.line, 'geometries inside each other without end')
  context.depth++
  try {
    return work()
  } finally {
    context.depth--
  }
}

/** @throws Refused `too-large` when the file as a whole draws more than it may */
export function spend(element: XmlElement, positions: number, context: GeometryContext): void {
  context.positions.left -= positions + 1
  if (context.positions.left >= 0) return
  throw new Refused(
    'too-large',
    element.line,
    words('Die Geometrien haben zu viele Koordinaten.', 'The geometries have too many positions.'),
  )
}

/**
 * The element itself, or the one its xlink:href points to.
 *
 * @throws Unusable when a reference leads nowhere or in a circle
 */
export function resolve(element: XmlElement, context: GeometryContext): XmlElement {
  let current = element
  for (let hops = 0; hops < MAX_REFERENCES; hops++) {
    const href = current.attributes?.['href']
    if (!href || current.children.length > 0) return current
    spend(element, REFERENCE_COST, context)
    const target = context.byId.get(href.replace(/^#/, ''))
    if (!target) {
      context.findings.tell('broken-reference', {
        line: element.line,
        objectId: context.objectId,
        detail: element.name,
        before: href,
      })
      throw new Unusable(element.line, `reference ${href} leads nowhere`)
    }
    current = target
  }
  throw new Unusable(element.line, 'references lead in a circle')
}
