import type { Language, LocalizedText, PublicationMode, TrustLevel } from '@mitsprache/terms'
import type { LawText, SetUpFactsFragment } from '../../gql/graphql.ts'
import type { Geometry } from '../../map/index.ts'

export type Text = Record<Language, string>
export type Way = { kind: string; text: Text }
export type Fields = {
  title: Text
  summary: Text
  number: string
  openQuestions: Text[]
  offlineWays: Way[]
  publicationMode: PublicationMode
  trustLevel: TrustLevel
  territory: Geometry | null
  startsOn: string
  /** In a formal procedure only where the authority wants another last day than the law's. */
  endsOn: string
  noticeOn: string
  lengthReason: string
  lawText: LawText | null
}
export type FieldName = keyof Fields

export const emptyText = (): Text => ({ de: '', en: '', hsb: '' })
const textOf = ({ de, en, hsb }: LocalizedText): Text => ({ de, en: en ?? '', hsb: hsb ?? '' })

/** What a form can hold of a saved procedure: no nulls, every language there. */
export const fieldsOf = (saved: SetUpFactsFragment): Fields => ({
  title: textOf(saved.title),
  summary: textOf(saved.summary),
  number: saved.number ?? '',
  openQuestions: saved.openQuestions.map(textOf),
  offlineWays: saved.offlineWays.map(({ kind, text }) => ({ kind, text: textOf(text) })),
  publicationMode: saved.publicationMode,
  trustLevel: saved.trustLevel,
  territory: saved.territory ?? null,
  startsOn: saved.startsOn ?? '',
  endsOn: (saved.periodRule ? saved.displayEndsOn : saved.endsOn) ?? '',
  noticeOn: saved.noticeOn ?? '',
  lengthReason: saved.lengthReason ?? '',
  lawText: saved.lawText ?? null,
})

const sendText = ({ de, en, hsb }: Text) => ({ de, en: en.trim() ? en : null, hsb: hsb.trim() ? hsb : null })
const isDay = (typed: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(typed)
/** A day, none, or one that is still being typed. */
const dayOrNone = (typed: string) => (isDay(typed) ? typed : typed === '' ? null : undefined)
const sent = {
  title: ({ title }: Fields) => (title.de.trim() ? sendText(title) : undefined),
  summary: ({ summary }: Fields) => sendText(summary),
  number: ({ number }: Fields) => number.trim() || null,
  // An item without German is still being written; it waits in the form.
  openQuestions: ({ openQuestions }: Fields) => openQuestions.filter(({ de }) => de.trim()).map(sendText),
  offlineWays: ({ offlineWays }: Fields) =>
    offlineWays
      .filter(({ text }) => text.de.trim())
      .map(({ kind, text }) => ({ kind, text: sendText(text) })),
  publicationMode: ({ publicationMode }: Fields) => publicationMode,
  trustLevel: ({ trustLevel }: Fields) => trustLevel,
  territory: ({ territory }: Fields) => territory,
  // A date field reports every keystroke; the year 0002 is on its way to 2026.
  startsOn: ({ startsOn }: Fields) => (isDay(startsOn) ? startsOn : undefined),
  endsOn: ({ endsOn }: Fields) => dayOrNone(endsOn),
  noticeOn: ({ noticeOn }: Fields) => dayOrNone(noticeOn),
  lengthReason: ({ lengthReason }: Fields) => lengthReason.trim() || null,
  lawText: ({ lawText }: Fields) => lawText ?? undefined,
}
export const FIELD_NAMES = Object.keys(sent) as FieldName[]

const differs = (a: Fields, b: Fields, name: FieldName) =>
  JSON.stringify(sent[name](a)) !== JSON.stringify(sent[name](b))

/** The fields that can be sent and are not what was saved. */
export const changedFields = (base: Fields, mine: Fields) =>
  FIELD_NAMES.filter((name) => sent[name](mine) !== undefined && differs(base, mine, name))

/** What to send: changed fields and nothing else, so that two people can work on different ones. */
export function changesOf(base: Fields, mine: Fields) {
  const names = changedFields(base, mine)
  const entries = names.map((name) => [name, sent[name](mine)] as const)
  const clearTerritory = names.includes('territory') && mine.territory === null
  return Object.fromEntries(
    clearTerritory
      ? [...entries.filter(([name]) => name !== 'territory'), ['clearTerritory', true]]
      : entries,
  ) as Record<string, unknown>
}

/**
 * Brings together what I changed and what somebody else saved meanwhile.
 *
 * @returns my form with the other's fields where I changed none, and the names of those we both changed.
 */
export function reconcile(base: Fields, mine: Fields, theirs: Fields) {
  const conflicts: FieldName[] = []
  const fields = { ...mine }
  const take = <Name extends FieldName>(name: Name) => (fields[name] = theirs[name])
  for (const name of FIELD_NAMES) {
    if (!differs(base, theirs, name)) continue
    if (!differs(base, mine, name)) take(name)
    else if (differs(mine, theirs, name)) conflicts.push(name)
  }
  return { fields, conflicts }
}
