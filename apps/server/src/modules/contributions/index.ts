import { ContributionPersonRow, ContributionRow } from './contribution.entity.ts'
import { ContributionResolver } from './contribution.graphql.ts'

export { AudienceEnum, PlaceKindEnum, VisibilityEnum, WithholdReasonEnum } from './contribution.graphql.ts'
export {
  enterRound,
  findTextProblems,
  isEmail,
  isReadable,
  tidyText,
  tidyTitle,
} from './contribution.rules.ts'
export { keepPerson, placeColumns, settle } from './keep-contribution.ts'
export { metresOutside, readPlace, type Place, type PlaceInput } from './place.rules.ts'
export { getRound, type OpenRound } from './round.ts'
export { submitContribution, type Draft, type Receipt } from './submit-contribution.ts'
export { ContributionPersonRow, ContributionRow }
export const CONTRIBUTION_ENTITIES = [ContributionRow, ContributionPersonRow]
export const CONTRIBUTION_RESOLVERS = [ContributionResolver] as const
