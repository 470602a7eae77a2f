import { MailLinkResolver } from './mail-link.graphql.ts'
import { MessageRow, MessageTemplateRow } from './message.entity.ts'
import { MessagesResolver } from './messages.graphql.ts'

export { parkedMessages, retryParkedMessages } from './parked-messages.ts'
export { relayMessages } from './relay-messages.ts'
export { sendMessage, type SendingParts } from './send-message.ts'
export { startRelay } from './start-relay.ts'
export { registerStopMessages } from './stop-messages.http.ts'
export { sweepMessages } from './sweep-messages.ts'
export { takeBounce } from './take-bounce.ts'
export const NOTIFICATION_ENTITIES = [MessageRow, MessageTemplateRow]
export const NOTIFICATION_RESOLVERS = [MessagesResolver, MailLinkResolver] as const
