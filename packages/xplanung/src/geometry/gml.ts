import { toLonLat } from '../crs/project.ts'
import { isInGermany } from '../crs/germany.ts'
import type { XmlElement } from '../xml/element.ts'
import { curvePositions } from './curves.ts'
import { Unusable, nested, resolve, spend, type Frame, type GeometryContext } from './frame.ts'
import { positionsIn } from './positions.ts'
import { addShape, emptyShape, type Position, type Shape } from './shapes.ts'
import { polygonRings } from './surfaces.ts'

const CURVES = new Set(['LineString', 'Curve', 'CompositeCurve', 'OrientableCurve', 'LinearRing', 'Ring'])
const SURFACES = new Set([
  'Surface',
  'PolyhedralSurface',
  'TriangulatedSurface',
  'Tin',
  'CompositeSurface',
  'OrientableSurface',
])
const PATCHES = new Set(['Polygon', 'PolygonPatch', 'Rectangle', 'Triangle'])
const AGGREGATES = new Set([
  'MultiPoint',
  'MultiCurve',
  'MultiLineString',
  'MultiSurface',
  'MultiPolygon',
  'MultiGeometry',
  'GeometricComplex',
  'CompositeSolid',
])
const MEMBER =
  /^(?:(?:point|curve|lineString|surface|polygon|geometry)Members?|patches|polygonPatches|trianglePatches|baseSurface|element)$/

/** Whether an element is a geometry, by its name; GML 2 to 3.2 agree on these. */
export const isGeometry = (element: XmlElement): boolean =>
  element.name === 'Point' ||
  CURVES.has(element.name) ||
  SURFACES.has(element.name) ||
  element.name === 'Polygon' ||
  AGGREGATES.has(element.name)

/** Finds the frame a geometry is to be read in; null when there is none to be had. */
export type FrameOf = (element: XmlElement) => Frame | null

/**
 * A geometry in EPSG:4326.
 *
 * @throws Unusable when nothing of it can be drawn, or when it lies outside Germany
 */
export function readGeometry(given: XmlElement, frameOf: FrameOf, context: GeometryContext): Shape {
  return nested(given, context, () => read(resolve(given, context), frameOf, context))
}

function read(element: XmlElement, frameOf: FrameOf, context: GeometryContext): Shape {
  spend(element, 0, context)
  if (AGGREGATES.has(element.name)) {
    // Each member may name a system of its own.
    const shape = emptyShape()
    for (const member of membersOf(element, context)) addShape(shape, readGeometry(member, frameOf, context))
    return shape
  }
  const frame = frameOf(element)
  if (!frame) throw new Unusable(element.line, 'no reference system')
  return project(planar(element, frame, context), frame, element.line)
}

/** The geometries inside an aggregate or a surface of several parts, references followed. */
function membersOf(element: XmlElement, context: GeometryContext): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!MEMBER.test(child.name)) return PATCHES.has(child.name) || isGeometry(child) ? [child] : []
    const target = resolve(child, context)
    return target === child ? child.children : [target]
  })
}

function planar(element: XmlElement, frame: Frame, context: GeometryContext): Shape {
  const shape = emptyShape()
  if (element.name === 'Point') {
    shape.points = positionsIn(element, frame, context).slice(0, 1)
    if (shape.points.length === 0) throw new Unusable(element.line, 'a point without a position')
  } else if (CURVES.has(element.name)) {
    const line = curvePositions(element, frame, context)
    if (line.length < 2) throw new Unusable(element.line, 'a line of fewer than two positions')
    shape.lines = [line]
  } else if (PATCHES.has(element.name)) {
    shape.surfaces = [polygonRings(element, frame, context)]
  } else if (SURFACES.has(element.name)) {
    for (const member of membersOf(element, context)) {
      spend(member, 0, context)
      addShape(
        shape,
        nested(member, context, () => planar(resolve(member, context), frame, context)),
      )
    }
    if (shape.surfaces.length === 0) throw new Unusable(element.line, `${element.name} without a patch`)
  } else {
    throw new Unusable(element.line, `${element.name} is no geometry that is read`)
  }
  return shape
}

/** Lies outside; where, for whoever has to find it. */
export class OutsideGermany extends Unusable {
  readonly at: string

  constructor(line: number, position: Position | null, raw: Position) {
    const at = position ? `${position[0].toFixed(3)} ${position[1].toFixed(3)}` : raw.join(' ')
    super(line, `outside Germany (${at})`)
    this.at = at
  }
}

function project(shape: Shape, { system }: Frame, line: number): Shape {
  const one = (position: Position): Position => {
    const lonLat = toLonLat(system, position)
    if (!lonLat || !isInGermany(lonLat)) throw new OutsideGermany(line, lonLat, position)
    return lonLat
  }
  return {
    points: shape.points.map(one),
    lines: shape.lines.map((positions) => positions.map(one)),
    surfaces: shape.surfaces.map((rings) => rings.map((ring) => ring.map(one))),
  }
}
