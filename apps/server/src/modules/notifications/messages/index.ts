import type { Message } from '../message.ts'
import { staffInvitation } from './staff-invitation.message.ts'

/** Every message there is. */
export const MESSAGES: readonly Message[] = [staffInvitation]

const byKind = new Map(MESSAGES.map((message) => [message.kind, message]))
export const messageOf = (kind: string): Message | undefined => byKind.get(kind)

/** What follows from an event of this type. */
export const messagesOn = (type: string): Message[] => MESSAGES.filter(({ on }) => on.includes(type))
