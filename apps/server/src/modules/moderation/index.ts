import { EraseAuthorResolver } from './erase-author.graphql.ts'
import { ModerationResolver } from './moderation.graphql.ts'
import { ContributionCaseRow, VisibilityDecisionRow } from './visibility-decision.entity.ts'

export { eraseAuthor } from './erase-author.ts'
export { decideVisibility, enterDecision } from './decide-visibility.ts'
export const MODERATION_ENTITIES = [VisibilityDecisionRow, ContributionCaseRow]
export const MODERATION_RESOLVERS = [ModerationResolver, EraseAuthorResolver] as const
