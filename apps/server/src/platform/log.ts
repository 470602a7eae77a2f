import { pino, type Logger } from 'pino'

export type Log = {
  info: (event: string, facts?: Record<string, unknown>) => void
  warn: (event: string, facts?: Record<string, unknown>) => void
  /** Our mistake: logged once, with the id people can quote. */
  fault: (cause: unknown, requestId?: string) => void
}

/**
 * JSON lines without personal data: never variables, bodies, cookies, addresses or query strings. Of an error
 * only its class, code and the places in our own files are kept; messages may quote what somebody typed.
 */
export function openLog(
  level = process.env.LOG_LEVEL ?? 'info',
  destination?: { write: (line: string) => void },
): Log {
  const logger: Logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as never,
  )
  return {
    info: (event, facts) => logger.info({ ...facts }, event),
    warn: (event, facts) => logger.warn({ ...facts }, event),
    fault(cause, requestId) {
      const error = cause instanceof Error ? cause : new Error('thrown value')
      const { code, constraint, table, routine } = error as Error &
        Record<'code' | 'constraint' | 'table' | 'routine', string | undefined>
      const at = (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
        .map((line) => line.trim())
      logger.error({ requestId, error: error.name, code, constraint, table, routine, at }, 'fault')
    },
  }
}
