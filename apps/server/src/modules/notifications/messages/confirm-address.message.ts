import { fillForAuthor } from '../fill-for-author.ts'
import { confirmUrl, mailLinkToken } from '../mail-link.rules.ts'
import type { Message } from '../message.ts'

/**
 * Asks whether the address is really its owner's, who may be somebody else than who typed it: so nothing that was
 * typed stands in it, and nothing opens the contribution.
 */
export const confirmAddress: Message = {
  kind: 'confirmAddress',
  on: ['ContributionSubmitted'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'author',
  toUnconfirmed: true,
  placeholders: ['procedure', 'received', 'link'],
  needed: ['link'],
  fill: (parts, outgoing) =>
    fillForAuthor(parts, outgoing, ({ tenantSlug }) => ({
      link: confirmUrl(
        parts.config.baseUrl,
        tenantSlug,
        mailLinkToken(parts.secrets, 'confirm', outgoing.tenantId, outgoing.recipientId),
      ),
    })),
  wording: {
    de: {
      subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      body: `Guten Tag,

am {received} wurde ein Beitrag zum Verfahren „{procedure}“ eingereicht und dabei diese E-Mail-Adresse angegeben.

Möchten Sie eine Kopie des Belegs erhalten und erfahren, was aus dem Beitrag wird? Dann bestätigen Sie bitte hier Ihre Adresse:
{link}

Der Beitrag ist auch ohne Bestätigung eingegangen. Wenn er nicht von Ihnen stammt, tun Sie bitte nichts: Sie erhalten dann keine weiteren Nachrichten dazu.`,
    },
    en: {
      subject: 'Please confirm your e-mail address',
      body: `Hello,

on {received} a contribution to the consultation “{procedure}” was handed in, and this e-mail address was given with it.

Would you like a copy of the receipt, and to hear what becomes of the contribution? Then please confirm your address here:
{link}

The contribution has arrived in any case. If it is not yours, please do nothing: there will be no further messages about it.`,
    },
    hsb: {
      subject: 'Prošu wobkrućće swoju e-mejlowu adresu',
      body: `Dobry dźeń,

{received} je so přinošk k jednanju „{procedure}“ zapodał a při tym tuta e-mejlowa adresa podała.

Chceće kopiju kwitowanki dóstać a zhonić, što so z přinoškom stanje? Potom wobkrućće prošu tu swoju adresu:
{link}

Přinošk je tež bjez wobkrućenja dóšoł. Jeli njeje wot Was, nječińće prošu ničo: potom njedóstanjeće žane dalše powěsće.`,
    },
  },
}
