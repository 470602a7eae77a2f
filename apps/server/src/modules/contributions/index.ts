import { ContributionFileRow, ContributionPersonRow, ContributionRow } from './contribution.entity.ts'
import { ContributionFilesResolver } from './contribution-file.graphql.ts'
import { ContributionResolver } from './contribution.graphql.ts'
import { OwnContributionsResolver } from './own-contribution.graphql.ts'

export { authorsForTenantExport } from './authors-for-tenant-export.ts'
export { authorToWrite, type AuthorToWrite } from './author-to-write.ts'
export {
  askForAuthors,
  openAuthors,
  readAuthors,
  SEALED_AUTHORS,
  type Author,
  type Reading,
  type SealedAuthor,
} from './authors.ts'
export { HandedInFile, PublishedFile } from './contribution-file.graphql.ts'
export { filesOf, type HandedInFile as FileOfContribution } from './contribution-file.queries.ts'
export { CONTRIBUTION_FILES } from './contribution-files.ts'
export { AudienceEnum, PlaceKindEnum, VisibilityEnum, WithholdReasonEnum } from './contribution.graphql.ts'
export {
  enterRound,
  findTextProblems,
  isEmail,
  isReadable,
  tidyText,
  tidyTitle,
} from './contribution.rules.ts'
export { keepPersons, placeColumns, settle } from './keep-contribution.ts'
export { findPublished, listPublished, type Published } from './list-published.ts'
export { metresOutside, readPlace, type Place, type PlaceInput } from './place.rules.ts'
export { getRound, type OpenRound } from './round.ts'
export { submitContribution, type Draft, type Receipt } from './submit-contribution.ts'
export { ContributionFileRow, ContributionPersonRow, ContributionRow }
export const CONTRIBUTION_ENTITIES = [ContributionRow, ContributionPersonRow, ContributionFileRow]
export const CONTRIBUTION_RESOLVERS = [
  ContributionResolver,
  ContributionFilesResolver,
  OwnContributionsResolver,
] as const
