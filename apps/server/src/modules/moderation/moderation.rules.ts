import type { Audience, Visibility } from '@mitsprache/terms'
import { no, YES, type May } from '../identity/index.ts'

/**
 * Whether moderation has a say at all: only about what its author released, in a procedure that publishes.
 * The rest goes to the planners and nobody can make it public.
 */
export function canBeDecided(item: {
  audience: Audience
  visibility: Visibility
  publicationMode: string
}): May {
  if (item.audience === 'plannersOnly') return no('authorKeepsItToThePlanners')
  if (item.publicationMode === 'not') return no('procedureDoesNotPublish')
  return YES
}
