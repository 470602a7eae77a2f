import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/** The shape in which two fields of the same name may stand beside each other in one answer. */
const shapeOf = (type: GraphQLOutputType): string =>
  isCompositeType(getNamedType(type)) ? 'object' : String(type)

/** Every field below a type, once on each way down; fields that differ between members of a union get a name of their own. */
function everythingOf(schema: GraphQLSchema, type: GraphQLOutputType, above: string[] = []): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return ''
  if (isObjectType(named)) return `{ __typename ${fieldsOf(schema, named, above, new Map())} }`
  const shapes = new Map<string, string>()
  const members = isUnionType(named) ? named.getTypes() : schema.getPossibleTypes(named)
  return `{ __typename ${members.map((one) => `... on ${one.name} { ${fieldsOf(schema, one, above, shapes)} }`).join(' ')} }`
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  above: string[],
  shapes: Map<string, string>,
): string {
  if (above.includes(type.name)) return '__typename'
  return Object.values(type.getFields())
    .map((field) => {
      const shape = `${shapeOf(field.type)}${isListType(getNullableType(field.type)) ? ' list' : ''}`
      const before = shapes.get(field.name)
      shapes.set(field.name, before ?? shape)
      const name = before && before !== shape ? `${field.name}Of${type.name}: ${field.name}` : field.name
      return `${name} ${everythingOf(schema, field.type, [...above, type.name])}`
    })
    .join(' ')
}

/** A document that asks for all that an operation can answer, with these of its arguments. */
export function documentFor(schema: GraphQLSchema, operation: string, variables: object): string {
  const query = schema.getQueryType()!.getFields()[operation] as GraphQLField<unknown, unknown> | undefined
  const field = query ?? schema.getMutationType()!.getFields()[operation]!
  const args = field.args.filter(({ name }) => name in variables)
  const missing = field.args.filter(
    ({ name, type, defaultValue }) =>
      isNonNullType(type) && defaultValue === undefined && !(name in variables),
  )
  if (missing.length) throw new Error(`${operation} wants ${missing.map(({ name }) => name).join(', ')}`)
  const head = args.length ? `(${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})` : ''
  const call = args.length ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''
  return `${query ? 'query' : 'mutation'}${head} { answer: ${operation}${call} ${everythingOf(schema, field.type)} }`
}

/** Types with those that their fields hold: whoever is handed the one may be handed the others, though lists are empty. */
export function withParts(schema: GraphQLSchema, name: string, into = new Set<string>()): Set<string> {
  const type = schema.getType(name)
  if (!isObjectType(type) || into.has(name)) return into
  into.add(name)
  for (const field of Object.values(type.getFields())) withParts(schema, getNamedType(field.type).name, into)
  return into
}

/** The types that an answer holds, wherever in it. */
export function typesIn(answer: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(answer)) for (const one of answer) typesIn(one, into)
  else if (answer && typeof answer === 'object')
    for (const [key, value] of Object.entries(answer))
      if (key === '__typename') into.add(value as string)
      else typesIn(value, into)
  return into
}
