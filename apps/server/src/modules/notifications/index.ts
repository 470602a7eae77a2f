import { MessageRow, MessageTemplateRow } from './message.entity.ts'

export { sendMessage, type SendingParts } from './send-message.ts'
export { relayMessages } from './relay-messages.ts'
export { startRelay } from './start-relay.ts'
export { sweepMessages } from './sweep-messages.ts'
export const NOTIFICATION_ENTITIES = [MessageRow, MessageTemplateRow]
