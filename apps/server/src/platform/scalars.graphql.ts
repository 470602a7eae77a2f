import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { badInput } from './bad-input.ts'
import { isLocalDate } from './municipal-day.ts'

const refuse = (name: string, what: string): never => {
  throw badInput(`${name} must be ${what}.`)
}

/** A UTC instant such as `2026-11-23T14:06:31.000Z`; only ever sent by the server, whose clock alone counts. */
export const DateTimeISO = new GraphQLScalarType<string, string>({
  name: 'DateTimeISO',
  description: 'UTC instant, ISO 8601 with milliseconds.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: () => refuse('DateTimeISO', 'left to the server'),
})

export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'Municipal day in Europe/Berlin, e.g. 2026-12-02.',
  serialize: (value) => String(value),
  parseValue: (value) =>
    typeof value === 'string' && isLocalDate(value) ? value : refuse('LocalDate', 'a day like 2026-12-02'),
  parseLiteral: (node) =>
    node.kind === Kind.STRING && isLocalDate(node.value)
      ? node.value
      : refuse('LocalDate', 'a day like 2026-12-02'),
})

/** Deeper than a collection of multipolygons lies nothing; what unfolds it later must not fall over it. */
const GEOMETRY_DEPTH = 8

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)))

function literalValue(node: ValueNode, depth = 0): unknown {
  if (depth > GEOMETRY_DEPTH) return refuse('GeoJSON', 'nested less deeply')
  switch (node.kind) {
    case Kind.STRING:
      return node.value
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value)
    case Kind.LIST:
      return node.values.map((value) => literalValue(value, depth + 1))
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, literalValue(field.value, depth + 1)]),
      )
    default:
      return null
  }
}

/** A geometry after RFC 7946, `[lon, lat]` in EPSG:4326. Shape only; meaning is checked by the use case. */
export const GeoJSONScalar = new GraphQLScalarType<object, object>({
  name: 'GeoJSON',
  description: 'Geometry after RFC 7946, [lon, lat].',
  serialize: (value) => value as object,
  parseValue: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isDeeper(value, GEOMETRY_DEPTH)
      ? value
      : refuse('GeoJSON', 'a geometry object'),
  parseLiteral: (node) =>
    node.kind === Kind.OBJECT ? (literalValue(node) as object) : refuse('GeoJSON', 'a geometry object'),
})
