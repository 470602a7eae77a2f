import 'reflect-metadata'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { CONTRIBUTION_RESOLVERS } from '../modules/contributions/index.ts'
import { EXPORT_RESOLVERS } from '../modules/exports/index.ts'
import { IDENTITY_RESOLVERS, type Ctx } from '../modules/identity/index.ts'
import { MAP_RESOLVERS } from '../modules/map/index.ts'
import { MODERATION_RESOLVERS } from '../modules/moderation/index.ts'
import { PLAN_RESOLVERS } from '../modules/plans/index.ts'
import { PROCEDURE_RESOLVERS } from '../modules/procedures/index.ts'
import { TenantResolver } from '../modules/tenants/index.ts'
import type { Log } from '../platform/log.ts'
import { allowListCache, type AllowList } from './allow-list.ts'
import { statusOf } from './answer.ts'
import { formatError } from './errors.ts'
import { documentLimits, DOCUMENT_LIMITS } from './graphql-limits.ts'

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
    ] as unknown as NonEmptyArray<Function>,
    // GraphQL itself refuses unknown fields; stripping undecorated ones here would drop what we declared.
    validate: { forbidUnknownValues: false },
  })
}

const statusPlugin: ApolloServerPlugin<Ctx> = {
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

/** For what our own client does not ask by hash: documents of others, executed by graphql-js within limits. */
export function makeApollo(
  schema: GraphQLSchema,
  list: AllowList,
  log: Log,
  allowListOnly: boolean,
): ApolloServer<Ctx> {
  return new ApolloServer<Ctx>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: allowListCache(list) },
    parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
    validationRules: [documentLimits],
    stopOnTerminationSignals: false,
    formatError: formatError(log),
    logger: { debug() {}, info() {}, warn() {}, error: () => log.warn('apollo') },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      statusPlugin,
      ...(allowListOnly ? [onlyListed(list)] : []),
    ],
  })
}

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
