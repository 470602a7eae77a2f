import { GraphQLError } from 'graphql'

/** What no page of ours asks: the message is for who wrote the program. What a person can put right is a refusal. */
export const badInput = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
