import { LIMITS, newId } from '@mitsprache/terms'
import type { Audience, Language, PlaceInput, PlaceKind, SubmitContributionInput } from '../../gql/graphql.ts'
import type { Geometry, Position } from '../../map/index.ts'
import type { DraftFile } from './draft-file.ts'

export const WAYS = ['street', 'planPart', 'wholePlan', 'map'] as const
export type Way = (typeof WAYS)[number]

export type FoundPlace = {
  kind: PlaceKind
  label: string
  detail?: string | null
  geometry?: Geometry | null
  planPartId?: string | null
}

/** What somebody is writing. It lives on their device only, until they send it. */
export type Draft = {
  procedureId: string
  roundId: string
  /** Made with the draft: however often it is sent, it arrives once. */
  idempotencyKey: string
  text: string
  categoryId: string | null
  files: DraftFile[]
  /** Shown with the published contribution, once a moderator has looked at them. */
  releaseFiles: boolean
  /** How the place is given; null is "without a place". */
  way: Way | null
  streetText: string
  street: FoundPlace | null
  planPartId: string | null
  point: { at: Position; label: string; detail: string | null } | null
  audience: Audience
  name: string
  email: string
  /** Finds of personal data that the author wants to keep. */
  kept: string[]
  /** What was sent and not yet confirmed: repeated word for word, so that it cannot arrive twice. */
  pending: SubmitContributionInput | null
  savedAt: string | null
}

export const newDraft = (procedureId: string, roundId: string): Draft => ({
  procedureId,
  roundId,
  idempotencyKey: newId(),
  text: '',
  categoryId: null,
  files: [],
  releaseFiles: false,
  way: null,
  streetText: '',
  street: null,
  planPartId: null,
  point: null,
  // Nobody becomes public by overlooking a question.
  audience: 'plannersOnly',
  name: '',
  email: '',
  kept: [],
  pending: null,
  savedAt: null,
})

export const isUntouched = (draft: Draft) =>
  !draft.text.trim() &&
  !draft.categoryId &&
  !draft.way &&
  !draft.name &&
  !draft.email &&
  !draft.files.length &&
  !draft.pending

type PlanPartName = { id: string; name: string }

/** The place as it is handed in. Where nothing was chosen there is none, never a default. */
export function placeOf(draft: Draft, planParts: PlanPartName[] = []): PlaceInput {
  if (draft.way === 'wholePlan') return { kind: 'wholePlan' }
  if (draft.way === 'planPart' && draft.planPartId)
    return {
      kind: 'planPart',
      planPartId: draft.planPartId,
      label: planParts.find(({ id }) => id === draft.planPartId)?.name ?? null,
    }
  if (draft.way === 'map' && draft.point)
    return {
      kind: 'point',
      label: draft.point.label || null,
      geometry: { type: 'Point', coordinates: draft.point.at },
    }
  if (draft.way === 'street' && draft.street) {
    const { kind, label, geometry, planPartId } = draft.street
    return { kind, label, geometry: geometry ?? null, planPartId: planPartId ?? null }
  }
  // A street the list does not know still stands in words; the desk finds it.
  if (draft.way === 'street' && draft.streetText.trim())
    return { kind: 'street', label: draft.streetText.trim() }
  return { kind: 'none' }
}

/** What goes to the server when it is sent. */
export function inputOf(
  draft: Draft,
  language: Language,
  planParts: PlanPartName[] = [],
): SubmitContributionInput {
  const name = draft.audience === 'publicWithName' ? draft.name.trim() : ''
  const email = draft.email.trim()
  return {
    idempotencyKey: draft.idempotencyKey,
    procedureId: draft.procedureId,
    roundId: draft.roundId,
    title: null,
    text: draft.text,
    language,
    categoryId: draft.categoryId,
    place: placeOf(draft, planParts),
    audience: draft.audience,
    person: name || email ? { name: name || null, email: email || null } : null,
  }
}

/** The same with the files, once all of them are there. Without any it is left as it is. */
export function withFiles(input: SubmitContributionInput, draft: Draft): SubmitContributionInput {
  if (!draft.files.length) return input
  return {
    ...input,
    files: draft.files.map(({ ticket, alt }) => ({ uploadId: ticket!.id, alt: alt.trim() || null })),
    releaseFiles: draft.releaseFiles && draft.audience !== 'plannersOnly',
  }
}

export type Step = 'what' | 'where' | 'check'
/** A field of the form, the step it stands on, and what is wrong with it; the page finds the words. */
export type DraftProblem = { step: Step; field: string; problem: string }

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]{2,}$/u

/** What keeps a step from being finished; the server checks all of it again. */
export function problemsOf(draft: Draft, step: Step): DraftProblem[] {
  const problem = (field: string, what: string): DraftProblem[] => [{ step, field, problem: what }]
  if (step === 'what') {
    const files = draft.files.some((file) => file.problem) ? problem('files', 'fileRefused') : []
    if (!draft.text.trim()) return [...problem('text', 'empty'), ...files]
    return [...draft.text].length > LIMITS.contributionText
      ? [...problem('text', 'tooLong'), ...files]
      : files
  }
  if (step === 'where') {
    if (!draft.way) return problem('way-street', 'noWay')
    if (draft.way === 'street' && !draft.street && !draft.streetText.trim())
      return problem('street', 'noStreet')
    if (draft.way === 'planPart' && !draft.planPartId) return problem('plan-part', 'noPart')
    return draft.way === 'map' && !draft.point ? problem('set-place', 'noPoint') : []
  }
  return [
    ...(draft.audience === 'publicWithName' && !draft.name.trim() ? problem('name', 'noName') : []),
    ...(draft.email.trim() && (draft.email.length > LIMITS.email || !EMAIL.test(draft.email.trim()))
      ? problem('email', 'notAnEmail')
      : []),
  ]
}

const FIELDS: [start: string, step: Step, field: string][] = [
  ['text', 'what', 'text'],
  ['categoryId', 'what', 'text'],
  ['place', 'where', 'way-street'],
  ['person.name', 'check', 'name'],
  ['person.email', 'check', 'email'],
]

/** The server's word about a field, at the place where the form shows it. */
export function problemFrom(field: string, problem: string): DraftProblem {
  if (field.startsWith('files')) return { step: 'what', field: 'files', problem: 'fileGone' }
  const known = FIELDS.find(([start]) => field.startsWith(start))
  return known
    ? { step: known[1], field: known[2], problem }
    : { step: 'check', field: 'email', problem: 'unknown' }
}
