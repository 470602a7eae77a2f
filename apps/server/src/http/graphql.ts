import 'reflect-metadata'
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { AUDIT_RESOLVERS } from '../modules/audit/index.ts'
import { CONTRIBUTION_RESOLVERS } from '../modules/contributions/index.ts'
import { EXPORT_RESOLVERS } from '../modules/exports/index.ts'
import { IDENTITY_RESOLVERS, type Ctx } from '../modules/identity/index.ts'
import { MAP_RESOLVERS } from '../modules/map/index.ts'
import { MODERATION_RESOLVERS } from '../modules/moderation/index.ts'
import { NOTIFICATION_RESOLVERS } from '../modules/notifications/index.ts'
import { PLAN_RESOLVERS } from '../modules/plans/index.ts'
import { PROCEDURE_RESOLVERS } from '../modules/procedures/index.ts'
import { SETTINGS_RESOLVERS } from '../modules/settings/index.ts'
import { TenantResolver } from '../modules/tenants/index.ts'
import type { Log } from '../platform/log.ts'
import type { PublicCtx } from '../platform/public-door.ts'
import { allowListCache, type AllowList } from './allow-list.ts'
import { statusOf } from './answer.ts'
import { formatError } from './errors.ts'
import { noteDenials } from './note-denials.ts'
import { documentLimits, DOCUMENT_LIMITS, onlyQueries } from './graphql-limits.ts'

/** Every module's resolvers as one schema. */
export function makeSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      TenantResolver,
      ...IDENTITY_RESOLVERS,
      ...PROCEDURE_RESOLVERS,
      ...PLAN_RESOLVERS,
      ...CONTRIBUTION_RESOLVERS,
      ...MODERATION_RESOLVERS,
      ...MAP_RESOLVERS,
      ...EXPORT_RESOLVERS,
      ...NOTIFICATION_RESOLVERS,
      ...SETTINGS_RESOLVERS,
      ...AUDIT_RESOLVERS,
    ] as unknown as NonEmptyArray<Function>,
    // GraphQL itself refuses unknown fields; stripping undecorated ones here would drop what we declared.
    validate: { forbidUnknownValues: false },
  })
}

const statusPlugin: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return
        const status = statusOf(response.body.singleResult.errors)
        if (!status) return
        response.http.status = status
        if (status === 503) response.http.headers.set('retry-after', '5')
      },
    }
  },
}

/** Documents of strangers, whatever they ask: limits, and nothing told that they did not ask for. */
const forStrangers = (log: Log) => ({
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  allowBatchedHttpRequests: false,
  parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
  validationRules: [documentLimits],
  stopOnTerminationSignals: false,
  formatError: formatError(log),
  logger: { debug() {}, info() {}, warn() {}, error: () => log.warn('apollo') },
})

const PLUGINS = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  statusPlugin,
]

/** For what our own client does not ask by hash: documents of others, executed by graphql-js. */
export function makeApollo(
  schema: GraphQLSchema,
  list: AllowList,
  log: Log,
  allowListOnly: boolean,
): ApolloServer<Ctx> {
  return new ApolloServer<Ctx>({
    ...forStrangers(log),
    schema,
    introspection: false,
    csrfPrevention: true,
    persistedQueries: { cache: allowListCache(list) },
    plugins: [...PLUGINS, denialsNoted(log), ...(allowListOnly ? [onlyListed(list)] : [])],
  })
}

/** For the public read API: it tells what it offers, and no page of whoever can do anything by asking it. */
export const makePublicApollo = (
  schema: GraphQLSchema,
  rootValue: object,
  log: Log,
): ApolloServer<PublicCtx> =>
  new ApolloServer<PublicCtx>({
    ...forStrangers(log),
    schema,
    rootValue,
    validationRules: [documentLimits, onlyQueries],
    introspection: true,
    csrfPrevention: false,
    persistedQueries: false,
    plugins: PLUGINS,
  })

const denialsNoted = (log: Log): ApolloServerPlugin<Ctx> => ({
  async requestDidStart() {
    return { didEncounterErrors: ({ contextValue, errors }) => noteDenials(contextValue, errors, log) }
  },
})

/** Where the operator wants it: strangers' documents are not even parsed. */
function onlyListed(list: AllowList): ApolloServerPlugin<Ctx> {
  return {
    async requestDidStart() {
      return {
        async didResolveSource({ queryHash }) {
          if (!list.has(queryHash))
            throw new GraphQLError('Not on the list.', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })
        },
      }
    },
  }
}
