import type { XmlElement } from '../xml/element.ts'
import { arcAround, arcThrough, circleThrough, fullCircle } from './arcs.ts'
import {
  Unusable,
  arcTolerance,
  inMetres,
  nested,
  resolve,
  snapTolerance,
  spend,
  type Frame,
  type GeometryContext,
} from './frame.ts'
import { positionsIn } from './positions.ts'
import { assemble } from './rings.ts'
import type { Position } from './shapes.ts'

/** Curves that stand for themselves, and the pieces inside a gml:Curve. */
const STRAIGHT = new Set(['LineString', 'LineStringSegment', 'GeodesicString', 'Geodesic', 'LinearRing'])
const SPLINES = new Set([
  'CubicSpline',
  'BSpline',
  'Bezier',
  'Clothoid',
  'OffsetCurve',
  'ArcStringByBulge',
  'ArcByBulge',
])

/**
 * A curve as positions; arcs are drawn out within the tolerance of the context.
 *
 * @throws Unusable
 */
export function curvePositions(given: XmlElement, frame: Frame, context: GeometryContext): Position[] {
  return nested(given, context, () => draw(resolve(given, context), frame, context))
}

function draw(curve: XmlElement, frame: Frame, context: GeometryContext): Position[] {
  if (STRAIGHT.has(curve.name)) return positionsIn(curve, frame, context)
  switch (curve.name) {
    case 'Curve':
      return joined(
        curve,
        curve.children.filter((child) => child.name === 'segments').flatMap((child) => child.children),
        frame,
        context,
      )
    case 'CompositeCurve':
    case 'Ring':
    case 'curveMember':
    case 'curveMembers':
    case 'baseCurve':
      return joined(curve, curve.children.filter(isCurvePart), frame, context)
    case 'OrientableCurve': {
      const positions = joined(curve, curve.children.filter(isCurvePart), frame, context)
      return curve.attributes?.['orientation'] === '-' ? positions.toReversed() : positions
    }
    case 'Arc':
    case 'ArcString':
      return flattened(frame, positionsIn(curve, frame, context), (positions) =>
        arcString(curve, positions, frame, context),
      )
    case 'Circle':
      return flattened(frame, positionsIn(curve, frame, context), (positions) =>
        circle(curve, positions, frame, context),
      )
    case 'CircleByCenterPoint':
    case 'ArcByCenterPoint':
      return flattened(frame, positionsIn(curve, frame, context), (positions) =>
        aroundCenter(curve, positions, frame, context),
      )
    default:
      if (SPLINES.has(curve.name)) {
        context.findings.tell('spline-straightened', {
          line: curve.line,
          objectId: context.objectId,
          detail: curve.name,
        })
        return positionsIn(curve, frame, context)
      }
      throw new Unusable(curve.line, `${curve.name} is no curve`)
  }
}

/** Where a curve may stand inside another one; names and metadata may stand there as well. */
const isCurvePart = (element: XmlElement): boolean =>
  /^(curveMembers?|baseCurve|Curve|CompositeCurve|OrientableCurve|LineString)$/.test(element.name) ||
  STRAIGHT.has(element.name)

/**
 * Pieces one after the other. The pieces of one gml:Curve follow each other by definition; those of a ring or of
 * a composite curve are turned round where they have to be, and both is told.
 */
function joined(
  whole: XmlElement,
  parts: readonly XmlElement[],
  frame: Frame,
  context: GeometryContext,
): Position[] {
  const pieces = parts.map((part) => curvePositions(part, frame, context))
  const { positions, gap, reversed } = assemble(pieces, snapTolerance(frame))
  const { objectId } = context
  for (let times = 0; times < reversed; times++)
    context.findings.tell('curve-reversed', { line: whole.line, objectId })
  if (gap > 0) context.findings.tell('ring-gap', { line: whole.line, objectId, before: inMetres(frame, gap) })
  return positions
}

/**
 * Circles are round in metres, not in degrees: a geographic frame is squeezed to metres of equal length before,
 * and stretched back after.
 */
function flattened(
  frame: Frame,
  positions: Position[],
  drawRound: (positions: Position[]) => Position[],
): Position[] {
  if (!frame.system.geographic || positions.length === 0) return drawRound(positions)
  const scale = Math.max(0.01, Math.cos((positions[0]![1] * Math.PI) / 180))
  return drawRound(positions.map(([x, y]) => [x * scale, y])).map(([x, y]) => [x / scale, y])
}

function tellDensified(curve: XmlElement, context: GeometryContext): void {
  context.findings.tell('arcs-densified', {
    line: curve.line,
    objectId: context.objectId,
    after: `${context.arcToleranceM} m`,
  })
}

/** An arc string of n arcs has 2n + 1 positions; each arc begins where the one before it ends. */
function arcString(
  curve: XmlElement,
  positions: Position[],
  frame: Frame,
  context: GeometryContext,
): Position[] {
  if (positions.length < 3 || positions.length % 2 === 0) {
    throw new Unusable(curve.line, `${curve.name} with ${positions.length} positions`)
  }
  const drawn: Position[] = [positions[0]!]
  for (let at = 0; at + 2 < positions.length; at += 2) {
    const [a, b, c] = [positions[at]!, positions[at + 1]!, positions[at + 2]!]
    const arc = arcThrough(a, b, c, arcTolerance(frame, context))
    if (!arc) {
      context.findings.tell('arc-straightened', {
        line: curve.line,
        objectId: context.objectId,
        detail: curve.name,
      })
    }
    const pieces = arc ?? [a, b, c]
    for (let index = 1; index < pieces.length; index++) drawn.push(pieces[index]!)
    spend(curve, pieces.length, context)
    if (drawn.length > context.limits.maxPositionsPerLine) {
      throw new Unusable(curve.line, `more than ${context.limits.maxPositionsPerLine} positions in one line`)
    }
  }
  tellDensified(curve, context)
  return drawn
}

function circle(
  curve: XmlElement,
  positions: Position[],
  frame: Frame,
  context: GeometryContext,
): Position[] {
  const [a, b, c] = positions
  if (!a || !b) throw new Unusable(curve.line, `Circle with ${positions.length} positions`)
  tellDensified(curve, context)
  const through = c ? circleThrough(a, b, c) : null
  if (through) return fullCircle(through, a, arcTolerance(frame, context))
  // Two positions, or three of which two are the same: by custom they lie opposite each other.
  const opposite = arcThrough(a, b, a, arcTolerance(frame, context))
  if (!opposite || (c && !(c[0] === a[0] && c[1] === a[1]))) {
    throw new Unusable(curve.line, 'a circle through positions on one line')
  }
  return opposite
}

function aroundCenter(
  curve: XmlElement,
  positions: Position[],
  frame: Frame,
  context: GeometryContext,
): Position[] {
  const center = positions[0]
  const number = (name: string) => {
    const element = curve.children.find((child) => child.name === name)
    const value = Number(element?.text)
    return element && element.text !== '' && Number.isFinite(value)
      ? { value, uom: element.attributes?.['uom'] ?? '' }
      : null
  }
  const radius = number('radius')
  if (!center || !radius || radius.value <= 0)
    throw new Unusable(curve.line, `${curve.name} without center and radius`)
  const metres = radius.value * (/km/i.test(radius.uom) ? 1000 : /cm/i.test(radius.uom) ? 0.01 : 1)
  const units = frame.system.geographic && !/deg/i.test(radius.uom) ? metres / 111_320 : metres
  const tolerance = arcTolerance(frame, context)
  tellDensified(curve, context)
  if (curve.name === 'CircleByCenterPoint') {
    return fullCircle({ center, radius: units }, [center[0] + units, center[1]], tolerance)
  }
  const angle = (name: string, otherwise: number) => {
    const found = number(name)
    return found ? found.value * (/rad/i.test(found.uom) ? 1 : Math.PI / 180) : otherwise
  }
  return arcAround(
    { center, radius: units },
    angle('startAngle', 0),
    angle('endAngle', 2 * Math.PI),
    tolerance,
  )
}
