import { TYPES } from '../field-policies.ts'
import type { Matrix, Row } from './make-matrix.ts'
import type { Outcome } from './outcome.ts'
import { WHO, type Who } from './people.ts'

/** Every reason that an answer gives, in a sentence. */
const REASONS: Record<string, string> = {
  needsPlanner: 'for planners and administrators',
  onlySingleProcedures: 'for planners of all procedures',
  needsModerator: 'for moderators and administrators',
  needsAdministrator: 'for administrators',
  onlyAuditors: 'for auditors',
  onlyAdministrators: 'for administrators',
  authorKeepsItToThePlanners: 'its author keeps it to the planners',
}
/** The same of what is refused whatever somebody's role is. */
const REFUSALS: Record<string, string> = {
  LinkOver: 'belongs to whoever asked for it',
  AlreadyDecided: 'somebody has decided it so already',
  ParticipationClosed: 'the period is over',
  ParticipationNotOpen: 'the period has not begun',
  NotReady: 'not in this state',
}
const STATES: Record<string, string> = {
  draft: 'not on display yet',
  open: 'on display, taking contributions',
  ended: 'its period is over',
  inReview: 'waiting for review',
  published: 'published',
  withheld: 'withheld',
  plannersOnly: 'kept to the planners by its author',
}

const HEAD = `# Who may do what

Written by \`npm run permissions\`, which asks the API itself: every question and every act, as everybody, about
something of the authority. A test compares what the API answers now with this table, so that nobody gets or loses a
right unnoticed. A new act without a row fails it.

- **yes**: answered, or done.
- **no**: told that it is not theirs to do; why stands at the end of the row.
- **hidden**: answered as if there were no such thing.
- **sign in**: asked to sign in first.
- **refused**: their role would allow it, but not in this state; the reason stands at the end of the row.

“Staff of another authority” stands for each of its roles, administrators among them; the test fails if one of them
were treated unlike the others.
`

const cells = Object.keys(WHO) as Who[]
const line = (row: string[]) => `| ${row.join(' | ')} |`

function whyOf({ got }: Row): string {
  const told = new Map<string, string>()
  for (const { word, why } of Object.values<Outcome>(got)) {
    if (!why) continue
    const words = (word === 'no' ? REASONS : REFUSALS)[why]
    if (!words) throw new Error(`The table has no words for ${word}, ${why}.`)
    told.set(why, words)
  }
  return [...new Set(told.values())].join('; ')
}

function rowOf(row: Row): string {
  const state = row.state ? `: ${STATES[row.state]}` : ''
  return line([
    `${row.does}${state}`,
    ...cells.map((who) => row.got[who]!.word),
    whyOf(row),
    `\`${row.operation}\``,
  ])
}

/** The table as a page: one part for each room, and one that says who is handed what. */
export function tableOf({ groups, served }: Matrix): string {
  const parts = groups.map(({ title, rows }) =>
    [
      `## ${title}`,
      '',
      line(['', ...cells.map((who) => WHO[who]), 'why not', 'in the API']),
      line(['---', ...cells.map(() => '---'), '---', '---']),
      ...rows.map(rowOf),
    ].join('\n'),
  )
  const closed = Object.entries(TYPES).filter(
    ([name, { readers }]) => readers !== 'everyone' && served.has(name),
  )
  const fields = [
    '## Who is handed what',
    '',
    'Objects of the API that are not everyone’s, each with all of its fields, and who got one anywhere in an answer.',
    '',
    line(['', ...cells.map((who) => WHO[who]), 'tells of a person']),
    line(['---', ...cells.map(() => '---'), '---']),
    ...closed
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { about }]) =>
        line([
          `\`${name}\``,
          ...cells.map((who) => (served.get(name)!.has(who) ? 'yes' : '')),
          Object.keys(about ?? {}).join(', '),
        ]),
      ),
  ].join('\n')
  return `${HEAD}\n${[...parts, fields].join('\n\n')}\n`
}
