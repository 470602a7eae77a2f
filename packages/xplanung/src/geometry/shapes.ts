/** [east, north] in the units of a reference system, or [lon, lat]. */
export type Position = readonly [number, number]

/** A closed line: the last position repeats the first. */
export type Ring = Position[]

/** The first ring is the outer one, counter-clockwise; the others are holes, clockwise. */
export type Rings = Ring[]

/** What a geometry comes to once references are followed, curves are drawn out and rings are put together. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  surfaces: Rings[]
}

export const emptyShape = (): Shape => ({ points: [], lines: [], surfaces: [] })

export function addShape(to: Shape, from: Shape): void {
  for (const point of from.points) to.points.push(point)
  for (const line of from.lines) to.lines.push(line)
  for (const surface of from.surfaces) to.surfaces.push(surface)
}

export const isEmptyShape = (shape: Shape): boolean =>
  shape.points.length === 0 && shape.lines.length === 0 && shape.surfaces.length === 0

export function* positionsOf(shape: Shape): Generator<Position> {
  yield* shape.points
  for (const line of shape.lines) yield* line
  for (const rings of shape.surfaces) for (const ring of rings) yield* ring
}

export const distance = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1])

export const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]
