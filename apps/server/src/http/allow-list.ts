import { existsSync, readFileSync } from 'node:fs'
import { parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'

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

export type Compiled = (args: {
  operationName?: string | null
  context: unknown
  variables: Record<string, unknown>
}) => Promise<ExecutionResult>

/**
 * Compiles the operations of our own client to plain functions, each when it is first asked for. Documents
 * of others are executed by graphql-js: compiling what strangers send would cost more than it saves.
 */
export function compiler(schema: GraphQLSchema, list: AllowList) {
  const compiled = new Map<string, CompiledQuery | null>()
  return (
    hash: string,
    document: DocumentNode,
    operationName: string | null | undefined,
  ): CompiledQuery | null => {
    if (!list.has(hash)) return null
    const known = compiled.get(hash)
    if (known !== undefined) return known
    const query = compileQuery(schema, document ?? parse(list.get(hash)!), operationName ?? undefined)
    const usable = isCompiledQuery(query) ? query : null
    compiled.set(hash, usable)
    return usable
  }
}
