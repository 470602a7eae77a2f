/**
 * How far pages conform to the standard, in the words of the model statement.
 * @source Implementing Decision (EU) 2018/1523, annex, section 1.
 */
export const CONFORMANCES = ['full', 'partial', 'none'] as const
export type Conformance = (typeof CONFORMANCES)[number]

/** How it was found out. @source the same, section 3. */
export const ASSESSMENT_METHODS = ['self', 'thirdParty'] as const
export type AssessmentMethod = (typeof ASSESSMENT_METHODS)[number]

/** Why something is not accessible. @source the same, section 2: (a), (b), (c). */
export const GAP_REASONS = ['notYet', 'disproportionate', 'outOfScope'] as const
export type GapReason = (typeof GAP_REASONS)[number]
