import type { Audience, Visibility } from '../../gql/graphql.ts'

export type ProgressStep = { key: string; state: 'done' | 'now' | 'later' }

/** The way of a contribution from here on, as far as it is known; the last step is the answer. */
export function progressOf(visibility: Visibility, audience: Audience, formal: boolean): ProgressStep[] {
  const publicKey = audience === 'publicWithName' ? 'publicNamed' : 'publicUnnamed'
  const answer: ProgressStep = { key: formal ? 'weighed' : 'evaluated', state: 'later' }
  const received: ProgressStep = { key: 'received', state: 'done' }
  if (visibility === 'notPublic') return [received, { key: 'toPlanners', state: 'now' }, answer]
  if (visibility === 'inReview')
    return [received, { key: 'inReview', state: 'now' }, { key: publicKey, state: 'later' }, answer]
  if (visibility === 'withheld') return [received, { key: 'withheld', state: 'done' }, answer]
  return [received, { key: publicKey, state: 'done' }, answer]
}
