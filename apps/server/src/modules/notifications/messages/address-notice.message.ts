import { addressChangeToSend } from '../../identity/index.ts'
import type { Message } from '../message.ts'
import { dayAndTime } from '../words.rules.ts'

/**
 * To the address so far: somebody wants another one. Whoever it was knows; whoever was not stops it here, also when the
 * other one was confirmed meanwhile. The new address stands nowhere in it.
 *
 * @source ASVS 5.0 6.3.7 (notification of updates to authentication details).
 */
export const addressNotice: Message = {
  kind: 'addressNotice',
  on: ['AddressChangeRequested', 'ResidentAddressChangeRequested'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'account',
  placeholders: ['authority', 'at', 'link', 'until'],
  needed: ['link'],
  async fill(parts, { tenantId, eventId }) {
    const [event] = await parts.database.transaction('staff', { tenantId }, (tx) =>
      tx.query<{ changeId: string | null }>(
        'select subject_ids[2] as "changeId" from event where tenant_id = $1 and id = $2',
        [tenantId, eventId],
      ),
    )
    const found = event?.changeId && (await addressChangeToSend(parts, tenantId, event.changeId, 'stop'))
    if (!found) return null
    const { email, language, link, askedAt, until } = found
    const values = { at: dayAndTime(askedAt, language), link, until: dayAndTime(until, language) }
    return { to: email, language, values }
  },
  wording: {
    de: {
      subject: 'Ihre E-Mail-Adresse soll geändert werden: {authority}',
      body: `Guten Tag,

am {at} wurde für Ihr Konto bei {authority} eine andere E-Mail-Adresse angegeben. Sobald sie bestätigt ist, gilt sie statt dieser.

Wenn Sie das selbst waren, ist nichts zu tun. Wenn nicht, stoppen Sie die Änderung bitte hier:
{link}

Der Link gilt bis {until}, auch wenn die andere Adresse inzwischen bestätigt wurde. Dabei werden alle Browser abgemeldet.`,
    },
    en: {
      subject: 'Your e-mail address is to be changed: {authority}',
      body: `Hello,

on {at} another e-mail address was given for your account with {authority}. Once it is confirmed it holds instead of this one.

If that was you, there is nothing to do. If not, please stop the change here:
{link}

The link works until {until}, also if the other address was confirmed meanwhile. Every browser is signed out with it.`,
    },
    hsb: {
      subject: 'Waša e-mejlowa adresa ma so změnić: {authority}',
      body: `Dobry dźeń,

{at} je so za Waše konto pola {authority} druha e-mejlowa adresa podała. Tak ruče kaž je wobkrućena, płaći město tuteje.

Jeli sće to sam był abo sama była, njetrjebaće ničo činić. Jeli nic, zastajće změnu prošu tu:
{link}

Wotkaz płaći hač do {until}, tež jeli je so druha adresa mjeztym wobkrućiła. Při tym so wšě wobhladowaki wotzjewja.`,
    },
  },
}
