import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Language } from '@mitsprache/terms'
import { ArgumentValidationError } from 'type-graphql'
import { Denial } from '../modules/identity/index.ts'
import type { Log } from '../platform/log.ts'
import { requestScope } from './request-scope.ts'

type Sentences = Record<Language, string>

/** One sentence a code, in every language; the code is what clients rely on. */
const MESSAGES = {
  NOT_SIGNED_IN: { de: 'Bitte melden Sie sich an.', en: 'Please sign in.', hsb: 'Prošu přizjewće so.' },
  FORBIDDEN: {
    de: 'Dazu fehlt Ihnen das Recht.',
    en: 'You do not have the right to do this.',
    hsb: 'K tomu wam prawo faluje.',
  },
  NOT_FOUND: {
    de: 'Das gibt es hier nicht.',
    en: 'There is no such thing here.',
    hsb: 'To tu njeeksistuje.',
  },
  BAD_USER_INPUT: {
    de: 'Diese Angabe verstehen wir nicht.',
    en: 'We do not understand this input.',
    hsb: 'Tute podaće njerozumimy.',
  },
  BAD_REQUEST: {
    de: 'Diese Anfrage verstehen wir nicht.',
    en: 'We do not understand this request.',
    hsb: 'Tute naprašowanje njerozumimy.',
  },
  GRAPHQL_PARSE_FAILED: {
    de: 'Diese Anfrage ist kein GraphQL.',
    en: 'This request is not GraphQL.',
    hsb: 'Tute naprašowanje njeje GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    de: 'Diese Anfrage passt nicht zum Schema.',
    en: 'This request does not fit the schema.',
    hsb: 'Tute naprašowanje njehodźi so k šemje.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    de: 'Welche Operation gemeint ist, bleibt unklar.',
    en: 'It is unclear which operation is meant.',
    hsb: 'Operacija njeje jasna.',
  },
  // Read by programs, not by people: clients know by these very words that they shall send the whole query.
  PERSISTED_QUERY_NOT_FOUND: {
    de: 'PersistedQueryNotFound',
    en: 'PersistedQueryNotFound',
    hsb: 'PersistedQueryNotFound',
  },
  TOO_COMPLEX: {
    de: 'Diese Anfrage verlangt zu viel auf einmal.',
    en: 'This request asks for too much at once.',
    hsb: 'Tute naprašowanje žada přewjele naraz.',
  },
  UNAVAILABLE: {
    de: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The service is not available right now. Please try again in a moment.',
    hsb: 'Słužba njeje runje docpějomna. Prošu spytajće hnydom hišće raz.',
  },
  PAYLOAD_TOO_LARGE: { de: 'Das ist zu groß.', en: 'This is too large.', hsb: 'To je přewulke.' },
  UNSUPPORTED_MEDIA_TYPE: {
    de: 'Dieses Format nehmen wir nicht an.',
    en: 'We do not accept this format.',
    hsb: 'Tutón format njepřiwzamy.',
  },
  MISDIRECTED: {
    de: 'Diese Adresse gehört nicht zu uns.',
    en: 'This address is not ours.',
    hsb: 'Tuta adresa njeje naša.',
  },
  INTERNAL: {
    de: 'Bei uns ist etwas schiefgegangen. Bitte nennen Sie die Kennung, wenn Sie sich melden.',
    en: 'Something went wrong on our side. Please quote the id when you contact us.',
    hsb: 'Pola nas je so něšto zwrěšćiło. Prošu mjenujće znamjo, hdyž so wozjewiće.',
  },
} satisfies Record<string, Sentences>

export type ErrorCode = keyof typeof MESSAGES

export const messageOf = (code: ErrorCode): string =>
  MESSAGES[code][requestScope.getStore()?.language ?? 'de']

/** Codes of PostgreSQL and of the network that mean "not now", not "wrong". */
const UNAVAILABLE = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

export function isUnavailable(cause: unknown): boolean {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && UNAVAILABLE.test(code)) return true
  return (
    typeof message === 'string' &&
    /connection terminated|timeout exceeded when trying to connect|the database system is|Client has encountered a connection error/i.test(
      message,
    )
  )
}

/** Codes of PostgreSQL for a value that fits no column of its type: too large a number, no id, a NUL in a text. */
const NO_SUCH_VALUE = /^22(003|007|008|021|P02|P05)$/

/**
 * Somebody sent what cannot be stored or looked for. Use cases say so themselves where a person could put it right;
 * here it ends where only a program could have sent it.
 */
export function isNoSuchValue(cause: unknown): boolean {
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === 'string' && NO_SUCH_VALUE.test(code)
}

/** The cause behind GraphQL's own wrapping. */
export const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error

/**
 * What leaves the server of an error: a stable code, one sentence, the id people can quote. No stack, no SQL,
 * no path, no echo of what was sent.
 */
export function formatError(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = requestScope.getStore()?.requestId
    const answer = (code: ErrorCode, extra: Record<string, unknown> = {}): GraphQLFormattedError => ({
      message: messageOf(code),
      ...(formatted.path && { path: formatted.path }),
      extensions: { code, ...(requestId && { requestId }), ...extra },
    })
    const root = rootOf(error)
    if (root instanceof Denial) return answer(root.code, root.why === root.code ? {} : { why: root.why })
    if (root instanceof ArgumentValidationError)
      return answer('BAD_USER_INPUT', {
        fields: (
          root.extensions.validationErrors as { property: string; constraints?: Record<string, string> }[]
        ).map((problem) => ({
          field: problem.property,
          problems: Object.keys(problem.constraints ?? {}),
        })),
      })
    if (isUnavailable(root)) return answer('UNAVAILABLE')
    if (isNoSuchValue(root)) return answer('BAD_USER_INPUT')
    if (formatted.extensions?.reason === 'TOO_COMPLEX') return answer('TOO_COMPLEX')
    const code = String(formatted.extensions?.code)
    if (code.startsWith('PERSISTED_QUERY')) return answer('PERSISTED_QUERY_NOT_FOUND')
    // Errors of GraphQL itself say what was wrong with the request; everything else is our mistake.
    if (root instanceof GraphQLError && code in MESSAGES) return answer(code as ErrorCode)
    log.fault(root, requestId)
    return answer('INTERNAL')
  }
}
