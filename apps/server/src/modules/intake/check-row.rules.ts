import { createHash } from 'node:crypto'
import { LIMITS, type Audience, type Channel, type Id, type Language } from '@mitsprache/terms'
import { dayOf } from '../../platform/municipal-day.ts'
import { isRefusal, type FieldProblem } from '../../platform/refusal.graphql.ts'
import {
  enterRound,
  findTextProblems,
  isReadable,
  metresOutside,
  readPlace,
  tidyTitle,
  type Place,
  type PlaceInput,
} from '../contributions/index.ts'
import { wordKey, type IntakeRound } from './intake-round.ts'
import { INTAKE_FIELDS, type IntakeDraft, type IntakeField } from './mapping.rules.ts'
import {
  isWholePlan,
  readAudience,
  readChannel,
  readDegrees,
  readInstant,
  readLanguage,
} from './words.rules.ts'

/** Said by the caller for all rows that do not say it themselves. */
export type IntakeDefaults = {
  channel: Exclude<Channel, 'online'> | null
  source: string | null
  receivedOn: string | null
}

export type CheckedRow = {
  source: string
  sourceId: string
  /** The file had no id for it; this one follows from the content. */
  derivedId: boolean
  channel: Channel
  title: string | null
  text: string
  language: Language
  categoryId: Id | null
  place: Place
  audience: Audience
  name: string | null
  email: string | null
  authoredOn: string | null
  receivedAt: Date
  late: boolean
  outsidePlanAreaM: number | null
  extra: object | null
  bodyHash: Buffer
}

/**
 * Who wrote a letter, or wrote elsewhere, did not know our limits; what is longer than even these must be
 * divided by hand.
 */
const MOST: Record<string, number> = { title: 500, text: LIMITS.contributionTextMost }
/** Both are part of a unique index, whose entries have a greatest size. */
const KEY_MOST = { source: 100, sourceId: 400 } as const

const lengthOf = (text: string) => [...text].length

/** As it came: only Unicode form and line ends are made one, so that it can be compared with its source. */
const asItCame = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n')

/**
 * Reads one row as a contribution by the rules that hold for everybody, except for what paper cannot know: it
 * may be late in any procedure and is marked, and it may be longer.
 *
 * @param now nothing can have been received after it.
 * @returns the contribution, or every problem of the row at once, in the words of the rules.
 */
export function checkRow(
  { values, extra }: IntakeDraft,
  round: IntakeRound,
  defaults: IntakeDefaults,
  now: Date,
): CheckedRow | FieldProblem[] {
  const problems: FieldProblem[] = []
  const say = (field: string, problem: string, limit?: number) =>
    void problems.push({ field, problem, limit })
  const text = textOf(values, say)
  const word = <Word>(
    field: IntakeField,
    read: (typed: string) => Word | undefined,
    otherwise: Word | null,
  ): Word | null => {
    const typed = text(field)?.trim()
    if (!typed) return otherwise
    const known = read(typed)
    if (known === undefined) say(field, 'unknown')
    return known ?? null
  }

  const draft = {
    title: text('title'),
    text: text('text') ?? '',
    name: text('name'),
    email: text('email')?.trim(),
  }
  const audience = word('audience', readAudience, 'plannersOnly') ?? 'plannersOnly'
  for (const problem of findTextProblems({ ...draft, audience })) {
    const most = MOST[problem.field]
    if (problem.problem !== 'tooLong' || !most) problems.push(problem)
    else if (lengthOf(draft[problem.field as 'title' | 'text']!) > most) say(problem.field, 'tooLong', most)
  }
  const channel = word('channel', readChannel, defaults.channel)
  if (!channel && !text('channel')) say('channel', 'empty')
  const language = word('language', readLanguage, 'de')
  const categoryId = word('category', (typed) => round.categoryByWord.get(wordKey(typed)), null)
  const place = placeOf(values, text, round)
  if ('problem' in place) problems.push(place)
  const dates = datesOf(text, defaults, round, now, say)
  if (extra && !isKept(extra)) say('extra', 'unreadable')
  const source = text('source')?.trim() || defaults.source || channel || ''
  const givenId = text('sourceId')?.trim()
  for (const [field, value] of [
    ['source', source],
    ['sourceId', givenId ?? ''],
  ] as const) {
    if (!isReadable(value)) say(field, 'unreadable')
    else if (lengthOf(value) > KEY_MOST[field]) say(field, 'tooLong', KEY_MOST[field])
  }
  if (problems.length || !dates || 'problem' in place) return problems

  const { receivedAt, late, authoredOn } = dates
  const title = draft.title?.trim() ? asItCame(draft.title).replace(/\n+/g, ' ') : null
  const kept = {
    channel: channel!,
    title,
    text: asItCame(draft.text),
    language: language!,
    categoryId,
    place,
    audience,
    name: draft.name ? tidyTitle(draft.name) : null,
    email: draft.email || null,
    authoredOn,
    receivedAt,
  }
  // Without `extra`: votes and comments elsewhere go on, and that makes no other contribution of it.
  const bodyHash = createHash('sha256').update(JSON.stringify(kept)).digest()
  return {
    ...kept,
    extra,
    source,
    sourceId: givenId || `sha256:${bodyHash.toString('hex').slice(0, 32)}`,
    derivedId: !givenId,
    late,
    outsidePlanAreaM: metresOutside(place, round.territory),
    bodyHash,
  }
}

type Say = (field: string, problem: string, limit?: number) => void
type TextOf = (field: IntakeField) => string | null

/** Cells as text; JSON may carry numbers, but no lists or objects where a text is wanted. */
function textOf(values: IntakeDraft['values'], say: Say): TextOf {
  const read = new Map<IntakeField, string | null>()
  for (const field of INTAKE_FIELDS) {
    const value = values[field]
    if (value === undefined || value === null || field === 'geometry' || field === 'lon' || field === 'lat')
      continue
    if (typeof value === 'string') read.set(field, value)
    else if (typeof value === 'number' || typeof value === 'boolean') read.set(field, String(value))
    else say(field, 'notText')
  }
  return (field) => read.get(field) ?? null
}

const GEOMETRY_KIND: Record<string, PlaceInput['kind']> = {
  Point: 'point',
  LineString: 'line',
  Polygon: 'area',
  MultiLineString: 'street',
}

/** Where it lies: drawn, by coordinates, by a part of the plan, in words, or nowhere. Never a default. */
function placeOf(values: IntakeDraft['values'], text: TextOf, round: IntakeRound): Place | FieldProblem {
  const label = text('placeLabel')
  const part = text('planPart')?.trim()
  const read = (input: PlaceInput) => readPlace({ label, ...input }, round.planParts)
  if (values.geometry !== undefined) {
    const geometry = geometryOf(values.geometry)
    const kind = geometry && GEOMETRY_KIND[String(geometry.type)]
    return kind ? read({ kind, geometry }) : { field: 'place.geometry', problem: 'notAPlace' }
  }
  if (values.lon !== undefined || values.lat !== undefined)
    return read({
      kind: 'point',
      geometry: { type: 'Point', coordinates: [readDegrees(values.lon), readDegrees(values.lat)] },
    })
  if (part && isWholePlan(part)) return read({ kind: 'wholePlan' })
  if (part) return read({ kind: 'planPart', planPartId: round.planPartByWord.get(wordKey(part)) ?? null })
  return label?.trim() ? read({ kind: 'street' }) : read({ kind: 'none' })
}

function geometryOf(value: unknown): { type?: unknown } | null {
  let read = value
  try {
    if (typeof read === 'string') read = JSON.parse(read)
  } catch {
    return null
  }
  return typeof read === 'object' ? read : null
}

/** When it came counts against the deadline; when it was written is kept beside it. */
function datesOf(text: TextOf, defaults: IntakeDefaults, round: IntakeRound, now: Date, say: Say) {
  const typedReceived = text('receivedOn') ?? defaults.receivedOn
  const receivedAt = typedReceived ? readInstant(typedReceived) : undefined
  const typedAuthored = text('authoredOn')
  const authoredOn = typedAuthored ? readAuthoredDay(typedAuthored) : null
  if (authoredOn === undefined) say('authoredOn', 'notADay')
  if (!typedReceived) return void say('receivedOn', 'empty')
  if (!receivedAt) return void say('receivedOn', 'notADay')
  if (receivedAt > now) return void say('receivedOn', 'inTheFuture')
  if (authoredOn && readInstant(authoredOn)! > receivedAt) return void say('authoredOn', 'afterReceipt')
  // As in a formal round: what came on paper after the last day is marked, never sent back by a machine.
  const entered = enterRound({ ...round, formal: true }, receivedAt)
  if (isRefusal(entered)) return void say('receivedOn', entered.code)
  return { receivedAt, late: entered.late, authoredOn: authoredOn ?? null }
}

function readAuthoredDay(typed: string): string | undefined {
  const at = readInstant(typed)
  return at && dayOf(at)
}

/** Deeper than anything a platform keeps of a contribution; without an end it would cost the stack. */
const DEPTH_MOST = 50

/** Whether the database can keep it: no NUL and no half of a surrogate pair in any of its texts. */
function isKept(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isReadable(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth < DEPTH_MOST &&
    Object.entries(value).every(([key, inner]) => isReadable(key) && isKept(inner, depth + 1))
  )
}
