import type { GraphQLError } from 'graphql'
import { type ExecutionResult, type GraphQLFormattedError } from 'graphql'

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

/** Statuses that HTTP knows for what GraphQL reports. */
const STATUS: Record<string, number> = { UNAVAILABLE: 503, NOT_SIGNED_IN: 401, TOO_COMPLEX: 400 }

/** The status for the errors of an answer, where HTTP has one of its own. */
export const statusOf = (errors: readonly GraphQLFormattedError[] | undefined): number | undefined =>
  errors?.map((error) => STATUS[String(error.extensions?.code)]).find(Boolean)

/** An answer as it goes out. */
export type Answer = {
  status: number
  body: string
  /** Without any error. */
  isWhole: boolean
  headers?: Record<string, string>
}

/**
 * What a compiled operation gave, as Apollo would answer it: the same errors, the same status, the same order
 * of keys. A test holds both against each other.
 */
export function answerOf(result: ExecutionResult, format: FormatError): Answer {
  if (!result.errors?.length) return { status: 200, body: JSON.stringify(result), isWhole: true }
  // What was checked when it was listed fails before its execution only over its variables.
  const notBegun = result.data === undefined
  const errors = result.errors.map((error) => format(formatted(error, notBegun), error))
  return {
    status: statusOf(errors) ?? (notBegun ? 400 : 200),
    body: JSON.stringify({ errors, data: result.data }),
    isWhole: false,
  }
}

function formatted(error: GraphQLError, notBegun: boolean): GraphQLFormattedError {
  const code = error.extensions?.code ?? (notBegun ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR')
  return {
    message: error.message,
    ...(error.path && { path: error.path }),
    extensions: { ...error.extensions, code },
  }
}
