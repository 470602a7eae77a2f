import { addressChangeToSend } from '../../identity/index.ts'
import type { Message } from '../message.ts'
import { dayAndTime } from '../words.rules.ts'

/**
 * To the address that somebody wants to sign in with from now on; whose it is nobody knows yet. Its link opens nothing
 * but in the session of whoever asked.
 */
export const newAddress: Message = {
  kind: 'newAddress',
  on: ['AddressChangeRequested', 'ResidentAddressChangeRequested'],
  to: ({ subjectIds }) => subjectIds[1],
  whom: 'account',
  toUnconfirmed: true,
  placeholders: ['authority', 'link', 'until'],
  needed: ['link'],
  async fill(parts, { tenantId, recipientId }) {
    const found = await addressChangeToSend(parts, tenantId, recipientId, 'confirm')
    if (!found) return null
    const { email, language, link, until } = found
    return { to: email, language, values: { link, until: dayAndTime(until, language) } }
  },
  wording: {
    de: {
      subject: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse: {authority}',
      body: `Guten Tag,

diese E-Mail-Adresse soll künftig zu einem Konto bei {authority} gehören. Wenn Sie das möchten, öffnen Sie bitte diesen Link in dem Browser, in dem Sie angemeldet sind, und bestätigen Sie dort:
{link}

Er gilt bis {until} und nur einmal. Bis dahin gilt die bisherige Adresse. Wenn Sie das nicht waren, tun Sie bitte nichts: Ohne Bestätigung ändert sich nichts.`,
    },
    en: {
      subject: 'Please confirm your new e-mail address: {authority}',
      body: `Hello,

this e-mail address is to belong to an account with {authority}. If you want that, please open this link in the browser in which you are signed in, and confirm it there:
{link}

It works until {until}, and once. Until then the address so far holds. If this was not you, please do nothing: without confirmation nothing changes.`,
    },
    hsb: {
      subject: 'Prošu wobkrućće swoju nowu e-mejlowu adresu: {authority}',
      body: `Dobry dźeń,

tuta e-mejlowa adresa ma přichodnje ke kontu pola {authority} słušeć. Jeli to chceće, wočińće prošu tutón wotkaz we wobhladowaku, w kotrymž sće přizjewjeny, a wobkrućće tam:
{link}

Płaći hač do {until} a jenož jónu. Do toho płaći dotalna adresa. Jeli to njejsće był abo była, nječińće prošu ničo: bjez wobkrućenja so ničo njezměni.`,
    },
  },
}
