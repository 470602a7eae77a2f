import type { PeopleQuery, Role } from '../../gql/graphql.ts'

/** What somebody does here: for all procedures where `procedureIds` is null, else for these only. */
export type Assignment = { roles: Role[]; procedureIds: string[] | null }

export type ProcedureChoice = PeopleQuery['people']['procedures'][number]
