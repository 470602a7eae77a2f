import type { Message } from '../message.ts'
import { addressNotice } from './address-notice.message.ts'
import { accountChanged } from './account-changed.message.ts'
import { confirmAddress } from './confirm-address.message.ts'
import { contributionPublished } from './contribution-published.message.ts'
import { contributionWithheld } from './contribution-withheld.message.ts'
import { newAddress } from './new-address.message.ts'
import { receiptCopy } from './receipt-copy.message.ts'
import { residentLinkMessage } from './resident-link.message.ts'
import { staffInvitation } from './staff-invitation.message.ts'

/** Every message there is, as administrators read them. */
export const MESSAGES: readonly Message[] = [
  staffInvitation,
  accountChanged,
  newAddress,
  addressNotice,
  confirmAddress,
  receiptCopy,
  contributionPublished,
  contributionWithheld,
  residentLinkMessage,
]

const byKind = new Map(MESSAGES.map((message) => [message.kind, message]))
export const messageOf = (kind: string): Message | undefined => byKind.get(kind)

/** What follows from an event of this type. */
export const messagesOn = (type: string): Message[] => MESSAGES.filter(({ on }) => on.includes(type))
