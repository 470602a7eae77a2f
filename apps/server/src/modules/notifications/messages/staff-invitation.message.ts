import { invitationToSend } from '../../identity/index.ts'
import type { Message } from '../message.ts'
import { dayAndTime } from '../words.rules.ts'

/** The link by which somebody becomes a member of staff. Its secret follows from the invitation's id. */
export const staffInvitation: Message = {
  kind: 'staffInvitation',
  on: ['StaffInvited'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'invited',
  placeholders: ['name', 'link', 'until'],
  needed: ['link'],
  async fill(parts, { tenantId, recipientId }) {
    const invitation = await invitationToSend(parts, tenantId, recipientId)
    if (!invitation) return null
    const { email, name, link, expiresAt } = invitation
    return { to: email, language: 'de', values: { name, link, until: dayAndTime(expiresAt, 'de') } }
  },
  wording: {
    de: {
      subject: 'Einladung zur Mitarbeit: {authority}',
      body: `Guten Tag {name},

{authority} lädt Sie ein, an Beteiligungsverfahren mitzuarbeiten.

Mit diesem Link nehmen Sie die Einladung an:
{link}

Er gilt bis {until} und nur einmal. Wenn Sie keine Einladung erwartet haben, tun Sie bitte nichts: Ohne den Link ändert sich nichts.`,
    },
    en: {
      subject: 'Invitation to work with {authority}',
      body: `Hello {name},

{authority} invites you to work on its public consultations.

Accept the invitation with this link:
{link}

It works until {until}, and once. If you did not expect an invitation, please do nothing: without the link nothing changes.`,
    },
    hsb: {
      subject: 'Přeprošenje k sobudźěłu: {authority}',
      body: `Dobry dźeń {name},

{authority} přeprošuje Was k sobudźěłu při zjawnych wobdźělenjach.

Z tutym wotkazom přiwzaće přeprošenje:
{link}

Płaći hač do {until} a jenož jónu. Jeli njejsće přeprošenje wočakowali, nječińće prošu ničo.`,
    },
  },
}
