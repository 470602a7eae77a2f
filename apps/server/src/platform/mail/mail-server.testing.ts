import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MailConfig } from '../config.ts'

export type Taken = { from: string; to: string[]; source: string; secure: boolean; mail: Email }

/** What the server does with a recipient, asked anew each time; nothing: it takes the mail. */
export type Manner = {
  /** At RCPT TO. */
  answerRecipient?: [code: number, words: string]
  /** After the text. */
  answerText?: [code: number, words: string]
  /** Takes the mail, and cuts the line before it says so. */
  cut?: 'afterText' | 'beforeText'
  delayMs?: number
}

export type MailServer = {
  port: number
  taken: Taken[]
  /** Tries, taken or not. */
  tries: number
  behave: (to: string, tries: number) => Manner
  config: (changes?: Partial<MailConfig>) => MailConfig
  close: () => Promise<void>
}

const refusal = ([code, words]: [number, string]) => Object.assign(new Error(words), { responseCode: code })

/** A mail server on this machine that behaves as badly as the test says. */
export async function startMailServer({
  port = 0,
  tls = false,
}: { port?: number; tls?: boolean } = {}): Promise<MailServer> {
  const handle: MailServer = {
    port,
    taken: [],
    tries: 0,
    behave: () => ({}),
    config: (changes) => ({
      smtpUrl: `smtp://127.0.0.1:${handle.port}`,
      tls: 'off',
      from: 'beteiligung@mail.example',
      bounceTo: 'bounces@mail.example',
      perTenantPerHour: 1_000,
      ...changes,
    }),
    close: () => new Promise((done) => server.close(() => done())),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls ? [] : ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      handle.tries++
      const { answerRecipient } = handle.behave(address, handle.tries)
      callback(answerRecipient ? refusal(answerRecipient) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const to = rcptTo.map(({ address }) => address)
        const manner = handle.behave(to[0]!, handle.tries)
        const cut = () => {
          for (const connection of server.connections)
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
        }
        if (manner.answerText) return callback(refusal(manner.answerText))
        if (manner.cut === 'beforeText') return cut()
        const source = Buffer.concat(chunks)
        const take = async () => {
          const mail = await PostalMime.parse(source)
          const from = mailFrom ? mailFrom.address : ''
          handle.taken.push({ from, to, source: source.toString('utf8'), secure: session.secure, mail })
          if (manner.cut === 'afterText') return cut()
          if (manner.delayMs) await new Promise((done) => setTimeout(done, manner.delayMs))
          callback()
        }
        void take()
      })
    },
  })
  // Clients that go away in the middle are what some tests are about.
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  handle.port = (server.server.address() as AddressInfo).port
  return handle
}
