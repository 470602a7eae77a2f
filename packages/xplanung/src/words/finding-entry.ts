import type { Severity } from '../findings.ts'
import type { Words } from './words.ts'

/** How much a finding matters, and its sentence from the facts. */
export type FindingEntry = readonly [
  Severity,
  (detail: string, before: string | null, after: string | null) => Words,
]

export const quote = (text: string | null): string => `"${text ?? ''}"`
