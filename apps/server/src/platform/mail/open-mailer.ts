import { setTimeout as pause } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'
import { MailRefused, type Mail, type Mailer } from './mail.ts'

/** Longer than a mail server that counts to thirty before it answers, shorter than a job may take. */
const PATIENCE_MS = 90_000

type SmtpFailure = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/**
 * Sends through the configured mail server; null where none is configured.
 *
 * Nothing is ever read from a file or an address on the way, whatever a message says. Without TLS nothing is sent,
 * unless the settings say that the server is so near that it needs none.
 *
 * @source RFC 3207 (STARTTLS), RFC 8314 § 3.3 (implicit TLS on 465).
 */
export function openMailer({ mail }: Pick<Config, 'mail'>): Mailer | null {
  if (!mail) return null
  const url = new URL(mail.smtpUrl)
  const secure = url.protocol === 'smtps:'
  const transport = nodemailer.createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && mail.tls === 'required',
    ignoreTLS: mail.tls === 'off',
    tls: { minVersion: 'TLSv1.2' },
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 15_000,
    greetingTimeout: 35_000,
    socketTimeout: 60_000,
    dnsTimeout: 10_000,
  })
  return {
    async send(message) {
      const over = new AbortController()
      try {
        await Promise.race([
          transport.sendMail(optionsOf(message)),
          pause(PATIENCE_MS, undefined, { signal: over.signal, ref: false }).then(() => {
            throw new MailRefused('later', 'unreachable', null)
          }),
        ])
      } catch (cause) {
        throw cause instanceof MailRefused ? cause : refusalOf(cause as SmtpFailure)
      } finally {
        over.abort()
      }
    },
    close: () => transport.close(),
  }
}

function optionsOf(mail: Mail) {
  return {
    // As objects: a string would be read as a list of addresses.
    to: { name: '', address: mail.to },
    from: mail.from,
    replyTo: { name: '', address: mail.replyTo },
    envelope: { from: mail.returnPath, to: [mail.to] },
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
      ...(mail.stopUrl && {
        'List-Unsubscribe': `<${mail.stopUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Quoted-printable keeps umlauts readable for whoever looks at the source, and lines short.
    textEncoding: 'quoted-printable' as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** What a failure says about the message, and what only about the server. */
function refusalOf({ code, command, responseCode, response }: SmtpFailure): MailRefused {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '')?.[0]
  const reply = responseCode ? [responseCode, status].filter(Boolean).join(' ') : null
  const isForGood = responseCode !== undefined && responseCode >= 500
  // Refused at the address, or after the text: the message's fault. Anything else, such as a password, is ours.
  if (isForGood && command === 'RCPT TO') return new MailRefused('never', 'refused', reply)
  if (isForGood && (command === 'DATA' || code === 'EMESSAGE'))
    return new MailRefused('never', 'rejected', reply)
  return new MailRefused('later', responseCode ? 'refused' : 'unreachable', reply)
}
