import type { FastifyInstance } from 'fastify'
export const EXPORT_ENTITIES: Function[] = []
export const EXPORT_RESOLVERS: Function[] = []
export function registerExports(_app: FastifyInstance, _deps: unknown): void {}
