import { residentLinkToSend } from '../../identity/index.ts'
import type { Message } from '../message.ts'
import { dayAndTime } from '../words.rules.ts'

/** The link with which a resident signs in. Its secret follows from its id, and stands nowhere. */
export const residentLinkMessage: Message = {
  kind: 'residentLink',
  on: ['ResidentLinkRequested'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'resident',
  placeholders: ['authority', 'link', 'until'],
  needed: ['link'],
  async fill(parts, { tenantId, recipientId }) {
    const found = await residentLinkToSend(parts, tenantId, recipientId)
    if (!found) return null
    const { email, language, link, expiresAt } = found
    return { to: email, language, values: { link, until: dayAndTime(expiresAt, language) } }
  },
  wording: {
    de: {
      subject: 'Ihr Link zum Anmelden: {authority}',
      body: `Guten Tag,

mit diesem Link melden Sie sich bei {authority} an und sehen Ihre Beiträge:
{link}

Er gilt bis {until} und nur einmal. Wenn Sie sich nicht anmelden wollten, tun Sie bitte nichts: Ohne den Link ändert sich nichts.`,
    },
    en: {
      subject: 'Your link to sign in: {authority}',
      body: `Hello,

sign in with {authority} and see your contributions with this link:
{link}

It works until {until}, and once. If you did not want to sign in, please do nothing: without the link nothing changes.`,
    },
    hsb: {
      subject: 'Waš wotkaz za přizjewjenje: {authority}',
      body: `Dobry dźeń,

z tutym wotkazom so pola {authority} přizjewiće a widźiće swoje přinoški:
{link}

Płaći hač do {until} a jenož jónu. Jeli njejsće so přizjewić chcyli, nječińće prošu ničo.`,
    },
  },
}
