import {
  PLAN_STYLE_GROUPS,
  PLAN_STYLES,
  type LocalizedText,
  type PlanStyleGroup,
  type PlanStyleKey,
} from '@mitsprache/terms'
import type { PlanPart } from './plan-part.ts'

export type LegendKind = 'area' | 'line' | 'point'
export type LegendEntry = {
  key: string
  style: PlanStyleKey
  /** how most of its parts are drawn */
  kind: LegendKind
  words: LocalizedText
  count: number
}
export type LegendChapter = {
  group: PlanStyleGroup
  words: LocalizedText
  count: number
  entries: LegendEntry[]
}

const kindOf = ({ geometry: { type } }: PlanPart): LegendKind =>
  type.endsWith('Point') ? 'point' : type.endsWith('LineString') ? 'line' : 'area'

const UMLAUTS = { ae: 'ä', oe: 'ö', ue: 'ü', Ae: 'Ä', Oe: 'Ö', Ue: 'Ü' }

/** `BP_FestsetzungNachLandesrecht` in words: what no drawing rule knows still has the name of its class. */
export const wordsOfClass = (name: string) =>
  name
    .replace(/^[A-Z]{2}_/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    // Not in "neue" or "Quelle".
    .replaceAll(/(?<![aeq])(?:ae|oe|ue)/gi, (pair) => UMLAUTS[pair as keyof typeof UMLAUTS] ?? pair)

/** What a part designates, in the words of the legend. */
export function designationOf(part: PlanPart): LocalizedText {
  if (part.style === 'neutral' && part.class) return { de: wordsOfClass(part.class) }
  return PLAN_STYLES[part.style].words
}

/** Only what the plan has, chapter by chapter, each designation with the number of its parts. */
export function legendOf(parts: readonly PlanPart[]): LegendChapter[] {
  const chapters = new Map<PlanStyleGroup, Map<string, { part: PlanPart; kinds: LegendKind[] }>>()
  for (const part of parts) {
    const { group } = PLAN_STYLES[part.style]
    const key = part.style === 'neutral' ? `neutral ${part.class ?? ''}` : part.style
    const entries = chapters.get(group) ?? new Map<string, { part: PlanPart; kinds: LegendKind[] }>()
    chapters.set(group, entries)
    const entry = entries.get(key) ?? { part, kinds: [] }
    entries.set(key, entry)
    entry.kinds.push(kindOf(part))
  }
  return (Object.keys(PLAN_STYLE_GROUPS) as PlanStyleGroup[]).flatMap((group) => {
    const found = chapters.get(group)
    if (!found) return []
    const entries = [...found].map(([key, { part, kinds }]): LegendEntry => ({
      key,
      style: part.style,
      kind: mostOf(kinds),
      words: designationOf(part),
      count: kinds.length,
    }))
    const count = entries.reduce((sum, entry) => sum + entry.count, 0)
    return [{ group, words: PLAN_STYLE_GROUPS[group], count, entries }]
  })
}

function mostOf(kinds: LegendKind[]): LegendKind {
  const counted = (kind: LegendKind) => kinds.filter((each) => each === kind).length
  return (['area', 'line', 'point'] as const).toSorted((a, b) => counted(b) - counted(a))[0]!
}
