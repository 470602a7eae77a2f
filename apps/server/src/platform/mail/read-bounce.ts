import PostalMime from 'postal-mime'

/** What a mail server reports of a message that it could not deliver. */
export type Bounce = {
  /** Everything in which the report may name the message: whom it is addressed to, and the returned headers. */
  mentions: string
  /** For good, or only late; a mailbox that is full today may take the next one. */
  permanent: boolean
  /** Enhanced status code such as `5.1.1`. */
  status: string
}

const field = (block: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(block)?.[1]?.trim() ?? null

/**
 * Reads a delivery status notification.
 *
 * @returns null for anything else: an automatic reply, a confirmation of delivery, a word about a delay.
 * @source RFC 3464 § 2.3 (fields per recipient), RFC 3462 (multipart/report).
 */
export async function readBounce(source: Buffer): Promise<Bounce | null> {
  const mail = await new PostalMime({
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  }).parse(source)
  const textOf = (content: unknown) =>
    typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
  const report = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!report) return null
  const blocks = textOf(report.content).split(/\r?\n\r?\n/)
  const failed = blocks.find((block) => field(block, 'Action')?.toLowerCase() === 'failed')
  if (!failed) return null
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field(failed, 'Status') ?? '')?.[0] ?? '5.0.0'
  const returned = mail.attachments.filter(({ mimeType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(mimeType),
  )
  return {
    mentions: [
      ...mail.headers
        .filter(({ key }) => ['to', 'delivered-to', 'x-original-to', 'envelope-to'].includes(key))
        .map(({ value }) => value),
      ...returned.map(({ content }) => field(textOf(content), 'Message-ID') ?? ''),
    ].join('\n'),
    permanent: status.startsWith('5'),
    status,
  }
}
