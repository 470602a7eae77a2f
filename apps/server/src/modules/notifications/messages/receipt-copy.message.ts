import { fillForAuthor } from '../fill-for-author.ts'
import type { Message } from '../message.ts'

/** The receipt once more, to whoever has confirmed the address: its number and the link that opens it. */
export const receiptCopy: Message = {
  kind: 'receiptCopy',
  on: ['AuthorConfirmedAddress'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'confirmedAuthor',
  placeholders: ['number', 'procedure', 'received', 'link'],
  needed: ['number', 'link'],
  fill: (parts, outgoing) => fillForAuthor(parts, outgoing),
  wording: {
    de: {
      subject: 'Ihr Beleg {number}',
      body: `Guten Tag,

Ihr Beitrag zum Verfahren „{procedure}“ ist am {received} eingegangen. Die Belegnummer ist {number}.

Hier sehen Sie jederzeit, was aus ihm geworden ist:
{link}

Geben Sie diesen Link bitte nicht weiter: Wer ihn hat, kann Ihren Beitrag lesen.`,
    },
    en: {
      subject: 'Your receipt {number}',
      body: `Hello,

your contribution to the consultation “{procedure}” arrived on {received}. The number of your receipt is {number}.

See at any time what has become of it:
{link}

Please keep this link to yourself: whoever has it can read your contribution.`,
    },
    hsb: {
      subject: 'Waša kwitowanka {number}',
      body: `Dobry dźeń,

Waš přinošk k jednanju „{procedure}“ je {received} dóšoł. Čisło kwitowanki je {number}.

Tu widźiće kóždy čas, što je so z nim stało:
{link}

Njedawajće prošu tutón wotkaz dale: štóž jón ma, móže Waš přinošk čitać.`,
    },
  },
}
