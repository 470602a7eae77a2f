import type { Language, WithholdReason } from '@mitsprache/terms'
import { fillForAuthor } from '../fill-for-author.ts'
import type { Message } from '../message.ts'

const REASONS: Record<Language, Record<WithholdReason, string>> = {
  de: {
    personalData: 'Er enthält Angaben über Personen.',
    insult: 'Er enthält eine Beleidigung.',
    advertising: 'Er enthält Werbung.',
    offTopic: 'Er betrifft nicht dieses Verfahren.',
    duplicate: 'Er liegt schon einmal vor.',
    unlawful: 'Er verstößt gegen geltendes Recht.',
    other: 'Der Grund steht hinter dem Link.',
  },
  en: {
    personalData: 'It contains information about persons.',
    insult: 'It contains an insult.',
    advertising: 'It contains advertising.',
    offTopic: 'It is not about this consultation.',
    duplicate: 'It has been handed in before.',
    unlawful: 'It is against the law.',
    other: 'The reason stands behind the link.',
  },
  hsb: {
    personalData: 'Wobsahuje informacije wo wosobach.',
    insult: 'Wobsahuje křiwdźenje.',
    advertising: 'Wobsahuje wabjenje.',
    offTopic: 'Njenastupa tute jednanje.',
    duplicate: 'Je so hižo zapodał.',
    unlawful: 'Přećiwi so prawu.',
    other: 'Přičina steji za wotkazom.',
  },
}

/**
 * To the author: not shown to the public, and why. What the moderator wrote about it is often about the author, so it
 * stands behind the link.
 */
export const contributionWithheld: Message = {
  kind: 'contributionWithheld',
  on: ['ContributionWithheld'],
  to: ({ subjectIds }) => subjectIds[0],
  whom: 'confirmedAuthor',
  placeholders: ['number', 'procedure', 'received', 'reason', 'link'],
  needed: ['reason', 'link'],
  fill: (parts, outgoing) =>
    fillForAuthor(parts, outgoing, ({ visibility, withheldReason, language }) =>
      visibility === 'withheld' ? { reason: REASONS[language][withheldReason ?? 'other'] } : null,
    ),
  wording: {
    de: {
      subject: 'Ihr Beitrag wird nicht veröffentlicht',
      body: `Guten Tag,

Ihr Beitrag {number} zum Verfahren „{procedure}“ wurde geprüft und wird nicht öffentlich gezeigt. {reason}

In die Abwägung der Planung geht er trotzdem ein.

Zur Begründung und zum Stand Ihres Beitrags:
{link}`,
    },
    en: {
      subject: 'Your contribution is not shown in public',
      body: `Hello,

your contribution {number} to the consultation “{procedure}” has been reviewed and is not shown in public. {reason}

It is weighed by the planners all the same.

Read the reasons, and see where your contribution stands:
{link}`,
    },
    hsb: {
      subject: 'Waš přinošk so njewozjewi',
      body: `Dobry dźeń,

Waš přinošk {number} k jednanju „{procedure}“ je so přepruwował a so zjawnje njepokaza. {reason}

Při wotwažowanju planowanja so wón tola wobkedźbuje.

K wopodstatnjenju a k stawej Wašeho přinoška:
{link}`,
    },
  },
}
