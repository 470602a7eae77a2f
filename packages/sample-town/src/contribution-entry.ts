import type { Audience, Channel, Visibility, WithholdReason } from '@mitsprache/terms'
import { procedures } from './procedures.ts'
import { pointOnStreet } from './streets.ts'
import type { Position, SampleContribution, SampleFile, SamplePlace } from './types.ts'

export const nowhere: SamplePlace = { kind: 'none', label: null, geometry: null, planPart: null }
export const wholePlan: SamplePlace = { kind: 'wholePlan', label: null, geometry: null, planPart: null }

export const point = (coordinates: Position, label: string): SamplePlace => ({
  kind: 'point',
  label,
  geometry: { type: 'Point', coordinates },
  planPart: null,
})

export const line = (label: string, ...coordinates: Position[]): SamplePlace => ({
  kind: 'line',
  label,
  geometry: { type: 'LineString', coordinates },
  planPart: null,
})

export const area = (label: string, ...corners: Position[]): SamplePlace => ({
  kind: 'area',
  label,
  geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]!]] },
  planPart: null,
})

/** A way along streets, by stops such as a walker would name; each lies on its street. */
export const route = (label: string, ...stops: [street: string, near: Position][]): SamplePlace =>
  line(label, ...stops.map(([name, near]) => pointOnStreet(name, near)))

/** A street named in words; where it is long, the stretch that is meant. */
export const street = (name: string, near: Position, label = name): SamplePlace => ({
  kind: 'street',
  label,
  geometry: { type: 'Point', coordinates: pointOnStreet(name, near) },
  planPart: null,
})

export function planPart(key: string): SamplePlace {
  const part = procedures[0]!.planParts.find((each) => each.key === key)!
  return { kind: 'planPart', label: part.name.de, geometry: part.geometry, planPart: key }
}

export type Entry = {
  key: string
  title: string
  text: string
  category: string | null
  place: SamplePlace
  daysAgo: number
  time: string
  /** `online` unless told. */
  channel?: Channel
  language?: 'de' | 'en' | 'hsb'
  /** `publicWithoutName` unless told. */
  audience?: Audience
  name?: string
  email?: string
  /** `published` unless told. */
  visibility?: Visibility
  withheld?: { reason: WithholdReason; reasonText: string }
  files?: SampleFile[]
  outside?: boolean
}

export const complete =
  (procedure: string) =>
  (entry: Entry): SampleContribution => ({
    key: entry.key,
    procedure,
    title: entry.title,
    text: entry.text,
    channel: entry.channel ?? 'online',
    language: entry.language ?? 'de',
    category: entry.category,
    place: entry.place,
    audience: entry.audience ?? 'publicWithoutName',
    person: entry.name ? { name: entry.name, email: entry.email ?? null } : null,
    daysAgo: entry.daysAgo,
    time: entry.time,
    visibility: entry.visibility ?? 'published',
    withheld: entry.withheld ?? null,
    files: entry.files ?? [],
    outside: entry.outside ?? false,
  })
