import type { AssessmentMethod, Conformance, GapReason, LocalizedText } from '@mitsprache/terms'

/** A heading and plain text below it; an empty line begins a new paragraph. */
export type PageSection = { title: LocalizedText; text: LocalizedText }

export type AccessibilityGap = {
  text: LocalizedText
  reason: GapReason
  /** What people can do instead. */
  alternative?: LocalizedText | null
}

/**
 * What the accessibility statement is made from. What this product itself cannot do yet is added where it is shown.
 *
 * @source Implementing Decision (EU) 2018/1523, annex.
 */
export type AccessibilityStatement = {
  conformance: Conformance
  method: AssessmentMethod
  /** Day of the assessment; it is to be repeated within a year. */
  checkedOn: string
  gaps: AccessibilityGap[]
  /** Who enforces, where it is not the office of Saxony. */
  enforcement?: LocalizedText | null
}
