import {
  getNamedType,
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** A place in the arguments of an operation, by the names and positions that lead to it. */
export type Spot = (string | number)[]
export type Variables = Record<string, unknown>

export const nameOf = (spot: Spot): string => spot.findLast((part) => typeof part === 'string') as string

/** Every place of an operation's arguments whose name or type is asked for, however deep it lies. */
export function spotsOf(
  schema: GraphQLSchema,
  operation: string,
  wanted: (typeName: string, name: string) => boolean,
): Spot[] {
  const field =
    schema.getQueryType()!.getFields()[operation] ?? schema.getMutationType()!.getFields()[operation]!
  const found: Spot[] = []
  const look = (type: GraphQLInputType, spot: Spot) => {
    const nullable = getNullableType(type)
    if (isListType(nullable)) return look(nullable.ofType, [...spot, 0])
    if (isInputObjectType(nullable))
      for (const one of Object.values(nullable.getFields())) look(one.type, [...spot, one.name])
    else if (wanted(getNamedType(type).name, nameOf(spot))) found.push(spot)
  }
  for (const { name, type } of field.args) look(type, [name])
  return found
}

export const isIdType = (typeName: string) => typeName === GraphQLID.name

export function valueAt(variables: unknown, spot: Spot): unknown {
  return spot.reduce<unknown>((at, part) => (at as Variables | null | undefined)?.[part], variables)
}

/** A copy with another value at a place; lists and objects on the way there are made where they are missing. */
export function withValue(variables: Variables, spot: Spot, value: unknown): Variables {
  const copy = structuredClone(variables)
  let at: Variables = copy
  for (const [i, part] of spot.slice(0, -1).entries()) {
    at[part] ??= typeof spot[i + 1] === 'number' ? [] : {}
    at = at[part] as Variables
  }
  at[spot.at(-1)!] = value
  return copy
}
