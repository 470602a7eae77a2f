/** One message as it leaves: to one person, with a text for everybody and the same as HTML. */
export type Mail = {
  /** One address, nothing else. */
  to: string
  from: { name: string; address: string }
  replyTo: string
  subject: string
  text: string
  html: string
  language: string
  /** Stays the same however often it is sent, so that a mail server and a mailbox know it again. */
  messageId: string
  /** Where mail servers report that it did not arrive. */
  returnPath: string
  /** Ends further messages when somebody posts to it (RFC 8058). */
  stopUrl?: string
}

/**
 * The mail server did not take it.
 *
 * - `never`: not this message to this address, whoever asks and however often.
 * - `later`: it may with the next try, or somebody has to mend the server.
 */
export class MailRefused extends Error {
  override name = 'MailRefused'
  constructor(
    readonly when: 'never' | 'later',
    readonly reason: 'refused' | 'rejected' | 'unreachable',
    /** Reply and enhanced status code such as `550 5.1.1`; the words are left out, they quote addresses. */
    readonly reply: string | null,
  ) {
    super(reason)
  }
  get code() {
    return this.reply ?? this.reason
  }
}

export type Mailer = {
  /** Resolves when the server has taken it. @throws MailRefused */
  send(mail: Mail): Promise<void>
  close(): void
}
