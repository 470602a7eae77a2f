import type { XmlElement } from '../xml/element.ts'
import { selfCrossing } from './crossings.ts'
import { curvePositions } from './curves.ts'
import { Unusable, inMetres, resolve, snapTolerance, type Frame, type GeometryContext } from './frame.ts'
import { close, distinct, isInside, signedArea, turned } from './rings.ts'
import type { Ring, Rings } from './shapes.ts'

const OUTER = new Set(['exterior', 'outerBoundaryIs'])
const INNER = new Set(['interior', 'innerBoundaryIs'])

/**
 * A polygon or a patch of a surface as rings: closed, the outer one counter-clockwise, holes clockwise.
 *
 * @throws Unusable when there is no outer ring with an area
 */
export function polygonRings(polygon: XmlElement, frame: Frame, context: GeometryContext): Rings {
  const outer = polygon.children.find((child) => OUTER.has(child.name))
  if (!outer) throw new Unusable(polygon.line, `${polygon.name} without an outer ring`)
  const exterior = ringOf(outer, 'exterior', frame, context)
  const rings: Rings = [exterior]
  for (const child of polygon.children) {
    if (!INNER.has(child.name)) continue
    for (const part of child.children.length > 1 ? child.children : [child]) {
      const hole = holeOf(part, frame, context)
      if (!hole) continue
      if (!mayLieInside(hole, exterior, context)) {
        context.findings.tell('hole-outside', { line: part.line, objectId: context.objectId })
      }
      rings.push(hole)
    }
  }
  return rings
}

/** Positions of a hole that are looked at before it counts as lying outside. */
const MAX_LOOKED_AT = 8

/** Whether some of a hole lies in the outer ring; true as well when the file's budget for checks is used up. */
function mayLieInside(hole: Ring, exterior: Ring, context: GeometryContext): boolean {
  for (const position of [middleOf(hole), ...hole.slice(0, MAX_LOOKED_AT)]) {
    if (context.crossings.left <= 0) return true
    context.crossings.left -= exterior.length
    if (isInside(position, exterior)) return true
  }
  return false
}

/** A hole without an area is no reason to lose the surface around it. */
function holeOf(element: XmlElement, frame: Frame, context: GeometryContext): Ring | null {
  try {
    return ringOf(element, 'interior', frame, context)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    context.findings.tell('geometry-unusable', {
      line: error.line,
      objectId: context.objectId,
      detail: `hole: ${error.message}`,
    })
    return null
  }
}

const middleOf = (ring: Ring): readonly [number, number] => {
  const [a, b] = [ring[0]!, ring[Math.floor(ring.length / 2)]!]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

function ringOf(
  boundary: XmlElement,
  which: 'exterior' | 'interior',
  frame: Frame,
  context: GeometryContext,
): Ring {
  const { findings, objectId } = context
  const holder = resolve(boundary, context)
  const element =
    holder.name === 'LinearRing' || holder.name === 'Ring'
      ? holder
      : holder.children.find((child) => child.name === 'LinearRing' || child.name === 'Ring')
  if (!element) throw new Unusable(boundary.line, `${boundary.name} without a ring`)
  const snap = snapTolerance(frame)
  const positions = distinct(curvePositions(element, frame, context))
  const { ring: closed, gap } = close(positions, snap)
  if (gap > 0) findings.tell('ring-closed', { line: element.line, objectId, before: inMetres(frame, gap) })
  if (closed.length < 4) throw new Unusable(element.line, 'a ring of fewer than three corners')
  if (signedArea(closed) === 0) throw new Unusable(element.line, 'a ring without an area')

  const wanted = which === 'exterior' ? 'counter-clockwise' : 'clockwise'
  const { ring, wasWrong } = turned(closed, wanted)
  if (wasWrong) {
    findings.tell('orientation-repaired', {
      line: element.line,
      objectId,
      detail: which,
      before: which === 'exterior' ? 'clockwise' : 'counter-clockwise',
      after: wanted,
    })
  }
  const crossing = selfCrossing(ring, snap / 5, context.crossings)
  if (crossing === 'unknown') {
    findings.tell('check-cut-short', { line: element.line, objectId, detail: 'self-intersection' })
  } else if (crossing) {
    const before = crossing.map((number) => number.toFixed(frame.system.geographic ? 6 : 2)).join(' ')
    findings.tell('self-intersection', { line: element.line, objectId, before })
  }
  return ring
}
