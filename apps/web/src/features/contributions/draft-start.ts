import type { Draft } from './draft.ts'

/** What a link into the writing path brings along: a part of the plan, or words that say what it is about. */
export type DraftStart = { planPartId?: string | null; about?: string | null }

/**
 * Takes into a draft what somebody chose on another page. What is written already stays; what is under way to
 * the server is left alone.
 */
export function startWith(draft: Draft, { planPartId, about }: DraftStart): void {
  if (draft.pending) return
  if (planPartId) {
    draft.way = 'planPart'
    draft.planPartId = planPartId
  }
  if (about && !draft.text.includes(about))
    draft.text = draft.text.trim() ? `${draft.text.trimEnd()}\n\n${about} ` : `${about} `
}
