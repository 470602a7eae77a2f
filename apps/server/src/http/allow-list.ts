import { existsSync, readFileSync } from 'node:fs'
import {
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { isSameForEveryone } from '../platform/same-for-everyone.ts'

/** SHA-256 of a document, hex, to its text: made by the web's build. */
export type AllowList = ReadonlyMap<string, string>

export function readAllowList(path: string): AllowList {
  if (!existsSync(path)) return new Map()
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>))
}

/** Answers hashes from the list and learns no others: there is nothing for a stranger to fill. */
export const allowListCache = (list: AllowList) => ({
  get: async (key: string) => list.get(key.replace(/^apq:/, '')),
  set: async () => {},
  delete: async () => {},
})

/** An operation of our own client, ready to run. */
export type Listed = {
  name: string | null
  isQuery: boolean
  /** Every field it begins with gives everyone the same answer. */
  sameForEveryone: boolean
  run: (context: unknown, variables: Record<string, unknown>) => Promise<ExecutionResult> | ExecutionResult
}

/**
 * Finds an operation of our own client by its hash, compiled to a plain function when it is first asked for.
 * Documents of others are executed by graphql-js: compiling what strangers send would cost more than it saves.
 *
 * @returns null for what is not on the list, and for what cannot be compiled.
 */
export function listedOperations(schema: GraphQLSchema, list: AllowList) {
  const known = new Map<string, Listed | null>()
  return (hash: string): Listed | null => {
    const before = known.get(hash)
    if (before !== undefined) return before
    const text = list.get(hash)
    if (text === undefined) return null
    const listed = compile(schema, parse(text))
    known.set(hash, listed)
    return listed
  }
}

export function compile(schema: GraphQLSchema, document: DocumentNode): Listed | null {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  const compiled = compileQuery(schema, document)
  if (!operation || operations.length > 1 || !isCompiledQuery(compiled)) return null
  const isQuery = operation.operation === OperationTypeNode.QUERY
  const fields = schema.getQueryType()!.getFields()
  return {
    name: operation.name?.value ?? null,
    isQuery,
    sameForEveryone:
      isQuery &&
      operation.selectionSet.selections.every(
        (root) => root.kind === Kind.FIELD && isSameForEveryone(fields[root.name.value]),
      ),
    run: (context, variables) => compiled.query({}, context, variables),
  }
}
