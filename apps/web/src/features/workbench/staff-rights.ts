import type { Role } from '../../gql/graphql.ts'

const may = (wanted: Role[]) => (roles: readonly Role[]) => roles.some((role) => wanted.includes(role))

/** Which rooms somebody finds in the bar. The server decides again, for each procedure and each act. */
export const maySetUp = may(['planner', 'administrator'])
export const mayModerate = may(['moderator', 'administrator'])
export const mayManagePeople = may(['administrator'])
export const mayManageMessages = may(['administrator'])
export const mayChangeSettings = may(['administrator'])
export const mayReadLog = may(['auditor'])
export const mayExport = may(['planner', 'caseworker', 'administrator'])
