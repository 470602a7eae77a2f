import { fillForAuthor } from '../fill-for-author.ts'
import type { Message } from '../message.ts'

/** To the author: the contribution can be read by everybody now. */
export const contributionPublished: Message = {
  kind: 'contributionPublished',
  on: ['ContributionPublished'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'confirmedAuthor',
  placeholders: ['number', 'procedure', 'received', 'link'],
  needed: ['link'],
  fill: (parts, outgoing) =>
    // Taken back before this left: then that is what they hear.
    fillForAuthor(parts, outgoing, ({ visibility }) => (visibility === 'published' ? {} : null)),
  wording: {
    de: {
      subject: 'Ihr Beitrag ist veröffentlicht',
      body: `Guten Tag,

Ihr Beitrag {number} zum Verfahren „{procedure}“ wurde geprüft und ist jetzt öffentlich zu lesen.

Zum Stand Ihres Beitrags:
{link}`,
    },
    en: {
      subject: 'Your contribution is public',
      body: `Hello,

your contribution {number} to the consultation “{procedure}” has been reviewed and can now be read by everybody.

See where your contribution stands:
{link}`,
    },
    hsb: {
      subject: 'Waš přinošk je wozjewjeny',
      body: `Dobry dźeń,

Waš přinošk {number} k jednanju „{procedure}“ je so přepruwował a hodźi so nětko zjawnje čitać.

K stawej Wašeho přinoška:
{link}`,
    },
  },
}
