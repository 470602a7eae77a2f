import type { Id } from '@mitsprache/terms'
import { personToWrite } from '../../identity/index.ts'
import type { Message } from '../message.ts'
import { dayAndTime } from '../words.rules.ts'

const WHAT: Record<string, string> = {
  PasswordChanged: 'Das Passwort wurde geändert.',
  AddressChanged: 'Die E-Mail-Adresse wurde geändert; ab jetzt gilt diese.',
  AddressChangeStopped:
    'Eine Änderung der E-Mail-Adresse wurde von der bisherigen Adresse aus gestoppt; alle Browser sind abgemeldet.',
  FactorAdded: 'Ein zweiter Faktor (Authenticator-App oder Passkey) wurde eingerichtet.',
  FactorRemoved: 'Ein zweiter Faktor (Authenticator-App oder Passkey) wurde entfernt.',
  RecoveryCodesRenewed: 'Neue Wiederherstellungscodes wurden erzeugt; die alten gelten nicht mehr.',
}

/**
 * To a member of staff: what opens the account was changed. Whoever did it themselves knows; whoever did not learns it
 * here.
 *
 * @source ASVS 5.0 6.3.7 (notification of updates to authentication details).
 */
export const accountChanged: Message = {
  kind: 'accountChanged',
  on: Object.keys(WHAT),
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'staff',
  oncePerAct: true,
  placeholders: ['name', 'what', 'at'],
  needed: ['what'],
  async fill({ database }, { tenantId, eventId, recipientId }) {
    const [person, [event]] = await Promise.all([
      personToWrite(database, recipientId),
      database.transaction('staff', { tenantId }, (tx) =>
        tx.query<{ type: string; at: Date }>('select type, at from event where tenant_id = $1 and id = $2', [
          tenantId,
          eventId satisfies Id,
        ]),
      ),
    ])
    if (!person || !event) return null
    const { name, email } = person
    return {
      to: email,
      language: 'de',
      values: { name, what: WHAT[event.type] ?? '', at: dayAndTime(event.at, 'de') },
    }
  },
  wording: {
    de: {
      subject: 'Ihr Konto wurde geändert',
      body: `Guten Tag {name},

an Ihrem Konto hat sich am {at} etwas geändert:
{what}

Wenn Sie das selbst waren, ist nichts zu tun. Wenn nicht, wenden Sie sich bitte sofort an Ihre Administratorin oder Ihren Administrator.`,
    },
    en: {
      subject: 'Your account was changed',
      body: `Hello {name},

on {at} something was changed in your account:
{what}

If that was you, there is nothing to do. If not, please turn to your administrator at once.`,
    },
    hsb: {
      subject: 'Waše konto je so změniło',
      body: `Dobry dźeń {name},

na Wašim konće je so {at} něšto změniło:
{what}

Jeli sće to sam był abo sama była, njetrjebaće ničo činić. Jeli nic, wobroćće so prošu hnydom na administratora.`,
    },
  },
}
