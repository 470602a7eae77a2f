import { LIMITS, type Audience } from '@mitsprache/terms'
import type { FieldProblem } from '../../platform/refusal.graphql.ts'
import { ParticipationClosed, ParticipationNotOpen } from '../../platform/refusal.graphql.ts'

export type RoundOpen = { formal: boolean; startsAt: Date; endsAt: Date }

/**
 * Whether a draft enters the round.
 *
 * A formal round takes what is late and marks it: the authority may disregard it, never we. Before the first
 * day there is nothing on display to comment on, so that is refused in every round.
 *
 * @param receivedAt arrival of the complete request, UTC.
 * @source § 4a Abs. 5 BauGB (late statements); § 3 Abs. 2 BauGB (period).
 */
export function enterRound(
  round: RoundOpen,
  receivedAt: Date,
): { late: boolean } | ParticipationClosed | ParticipationNotOpen {
  if (receivedAt < round.startsAt) return ParticipationNotOpen.of(round.startsAt)
  const late = receivedAt > round.endsAt
  return late && !round.formal ? ParticipationClosed.of(round.endsAt) : { late }
}

/** In characters as people count them; a text of fewer halves than the limit has not more characters either. */
const isLonger = (text: string, limit: number) => text.length > limit && [...text].length > limit

/** Text as it is kept: NFC, line ends as `\n`, no space at the ends. */
export const tidyText = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** Signs that turn the direction of writing, and with it what stands beside a name. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** One line: titles and names. */
export const tidyTitle = (title: string) => tidyText(title.replace(TURNS, '')).replace(/\s+/g, ' ')

/** Text that cannot be stored or shown: NUL and lone halves of surrogate pairs. */
export const isReadable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** Something that says something: at least two letters or digits, in any script. */
const saysSomething = (text: string) => /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(text)

export type DraftText = {
  title?: string | null
  text: string
  audience: Audience
  name?: string | null
  email?: string | null
}

/** Every problem of a draft at once, so that nobody corrects one field only to be told of the next. */
export function findTextProblems(draft: DraftText): FieldProblem[] {
  const problems: FieldProblem[] = []
  const field = (name: string, value: string | null | undefined, limit: number) => {
    if (!value) return
    if (!isReadable(value)) problems.push({ field: name, problem: 'unreadable' })
    else if (isLonger(value, limit)) problems.push({ field: name, problem: 'tooLong', limit })
  }
  field('title', draft.title, LIMITS.contributionTitle)
  field('text', draft.text, LIMITS.contributionText)
  field('person.name', draft.name, LIMITS.personName)
  if (!tidyText(draft.text)) problems.push({ field: 'text', problem: 'empty' })
  else if (isReadable(draft.text) && !saysSomething(draft.text))
    problems.push({ field: 'text', problem: 'saysNothing' })
  if (draft.email && !isEmail(draft.email)) problems.push({ field: 'person.email', problem: 'notAnEmail' })
  // Spaces without width and their like are no name either.
  if (draft.audience === 'publicWithName' && !/[\p{L}\p{N}]/u.test(draft.name ?? ''))
    problems.push({ field: 'person.name', problem: 'empty' })
  return problems
}

/** One address, nothing that a mail server could read as two. */
export const isEmail = (typed: string) =>
  typed.length <= LIMITS.email &&
  /^[^\s@"(),:;<>[\\\]\p{C}]+@([^\s@"(),:;<>[\\\].\p{C}]+\.)+[^\s@"(),:;<>[\\\].\p{C}]{2,}$/u.test(typed)
