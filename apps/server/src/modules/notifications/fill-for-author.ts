import { authorToWrite, type AuthorToWrite } from '../contributions/index.ts'
import { mailLinkToken, stopUrl } from './mail-link.rules.ts'
import type { Filled, MailParts, Outgoing } from './message.ts'
import { dayAndTime } from './words.rules.ts'

/**
 * What every message to the author of a contribution says and how it can be ended. Nothing of what they wrote: mail is
 * read on the way, and behind the link everything stands.
 *
 * @param more what this message says besides; null: it has become pointless.
 */
export async function fillForAuthor(
  parts: MailParts,
  { tenantId, recipientId }: Outgoing,
  more: (author: AuthorToWrite) => Record<string, string> | null = () => ({}),
): Promise<Filled | null> {
  const author = await authorToWrite(parts, tenantId, recipientId)
  const values = author && more(author)
  if (!author || !values) return null
  const { email, language, number, receivedAt, procedureTitle, statusLink, tenantSlug } = author
  const token = mailLinkToken(parts.secrets, 'stop', tenantId, recipientId)
  return {
    to: email,
    language,
    stopUrl: stopUrl(parts.config.baseUrl, tenantSlug, token),
    values: {
      number,
      procedure: procedureTitle,
      received: dayAndTime(receivedAt, language),
      link: statusLink,
      ...values,
    },
  }
}
