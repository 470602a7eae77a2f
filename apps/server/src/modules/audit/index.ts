import { AuditResolver } from './audit.graphql.ts'

export { chainEvents } from './chain-events.ts'
export { registerLogFile } from './log-file.http.ts'
export { verifyChains, type Finding, type NotedHead } from './verify-chains.ts'
export const AUDIT_RESOLVERS = [AuditResolver] as const
