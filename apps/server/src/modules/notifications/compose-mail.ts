import { inLanguage, type Language, type LocalizedText } from '@mitsprache/terms'
import { htmlOf, isOneAddress, type Mail } from '../../platform/mail/index.ts'
import { tenantById } from '../tenants/index.ts'
import type { MessageReason } from './message.entity.ts'
import { mailToken, returnPathOf } from './message-id.rules.ts'
import { wordingOf } from './message.queries.ts'
import type { MailParts, Outgoing } from './message.ts'
import { messageOf } from './messages/index.ts'
import { fillIn, oneLine } from './template.rules.ts'

/** Where mail of a sample town would come from; reserved, reaches nobody (RFC 2606). */
const NOBODY = 'nobody@mitsprache.invalid'

const FOOTER: Record<Language, { why: string; stop: string }> = {
  de: {
    why: 'Diese Nachricht wurde automatisch verschickt. Antworten liest:',
    stop: 'Keine weiteren Nachrichten zu diesem Beitrag:',
  },
  en: {
    why: 'This message was sent automatically. Replies are read by:',
    stop: 'No further messages about this contribution:',
  },
  hsb: {
    why: 'Tuta powěsć je so awtomatisce pósłała. Wotmołwy čita:',
    stop: 'Žane dalše powěsće k tutomu přinoškej:',
  },
}

/**
 * Puts a message together as it leaves now: the tenant's words where it wrote some, else ours.
 *
 * @returns the mail, or why there is none to send.
 */
export async function composeMail(
  parts: MailParts,
  outgoing: Outgoing,
): Promise<Mail | { reason: MessageReason; pointless: boolean }> {
  const { database, config, secrets } = parts
  const { tenantId, id, kind } = outgoing
  const message = messageOf(kind)
  const [tenant] = await database.read(tenantById, tenantId)
  // A newer server's message waits for a newer server.
  if (!message || !tenant) return { reason: 'failed', pointless: false }
  const filled = await message.fill(parts, outgoing)
  if (!filled) return { reason: 'overtaken', pointless: true }
  if (!isOneAddress(filled.to)) return { reason: 'noAddress', pointless: false }

  const own = await database.transaction('staff', { tenantId }, (tx) => tx.read(wordingOf, tenantId, kind))
  const { language } = filled
  const wording = own.find((each) => each.language === language) ?? message.wording[language]
  const nameOf = (text: LocalizedText) => oneLine(inLanguage(text, language).text)
  const authority = nameOf(tenant.name)
  // What somebody typed stays within its line; what we made may have several.
  const values = { ...filled.values, authority }
  const subject = oneLine(fillIn(wording.subject, values))
  const text = fillIn(wording.body, values)
  const { why, stop } = FOOTER[language]
  const footer = [
    `${why}\n${authority}, ${tenant.contactEmail}`,
    ...(filled.stopUrl ? [`${stop}\n${filled.stopUrl}`] : []),
  ].join('\n\n')

  const from = config.mail?.from ?? NOBODY
  const token = mailToken(secrets.signingKey, id)
  const { bounceTo } = config.mail ?? {}
  return {
    to: filled.to,
    from: { name: authority, address: from },
    replyTo: isOneAddress(tenant.contactEmail) ? tenant.contactEmail : from,
    subject,
    text: `${text}\n\n-- \n${footer}\n`,
    html: htmlOf({ subject, text, footer }, language, config.baseUrl),
    language,
    messageId: `<${token}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    returnPath: bounceTo ? returnPathOf(bounceTo, token) : from,
    stopUrl: filled.stopUrl,
  }
}
