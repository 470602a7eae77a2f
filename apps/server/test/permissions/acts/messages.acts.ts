import { mailLinkToken, type MailLinkKind } from '../../../src/modules/notifications/mail-link.rules.ts'
import { SECRETS } from '../../world.ts'
import type { Acts, Asked } from '../act.ts'

const tokenOf = ({ tenantId, contribution }: Asked, kind: MailLinkKind) =>
  mailLinkToken(SECRETS, kind, tenantId, contribution!.id)

export const MESSAGE_ACTS: Acts = {
  title: 'Messages',
  acts: {
    messages: {
      does: 'See what was sent and what did not arrive',
      async ask({ tenant, parkedMessage }) {
        await parkedMessage()
        return { tenant }
      },
    },
    sendMessageAgain: {
      does: 'Send a message once more',
      ask: async ({ tenant, parkedMessage }) => ({ tenant, id: await parkedMessage() }),
    },
    keptMail: {
      does: 'Read a message, which only a sample town allows',
      ask: async ({ tenant, parkedMessage }) => ({ tenant, id: await parkedMessage() }),
    },
    messageTemplates: { does: 'See the words of messages', ask: ({ tenant }) => ({ tenant }) },
    saveMessageTemplate: {
      does: 'Change the words of a message',
      async ask({ tenant, first }) {
        type Template = {
          kind: string
          wordings: { language: string; version: number; subject: string; body: string }[]
        }
        const [template] = await first<Template[]>('messageTemplates', { tenant })
        const { language, version, subject, body } = template!.wordings[0]!
        return { tenant, input: { kind: template!.kind, language, version, subject, body } }
      },
    },
    resetMessageTemplate: {
      does: 'Go back to the usual words of a message',
      ask: ({ tenant }) => ({ tenant, kind: 'receiptCopy', language: 'de' }),
    },
    mailLink: {
      does: 'Open the page behind a link in a message to an author',
      states: ['inReview'],
      ask: (asked) => ({ tenant: asked.tenant, kind: 'stop', token: tokenOf(asked, 'stop') }),
    },
    confirmAddress: {
      does: 'Ask for messages, with the link sent to the address',
      states: ['inReview'],
      ask: (asked) => ({ tenant: asked.tenant, token: tokenOf(asked, 'confirm') }),
    },
    stopMessages: {
      does: 'Stop messages, with the link in one of them',
      states: ['inReview'],
      ask: (asked) => ({ tenant: asked.tenant, token: tokenOf(asked, 'stop') }),
    },
  },
}
