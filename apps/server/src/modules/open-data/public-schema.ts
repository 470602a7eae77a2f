import { CONTRIBUTION_TYPES } from './public-contribution.schema.ts'
import { PLAN_TYPES } from './public-plan.schema.ts'
import { PROCEDURE_TYPES } from './public-procedure.schema.ts'

/** What can be asked, who is asked, and the words that all answers share. */
const QUESTIONS = /* GraphQL */ `
  """
  What an authority has put on display, for reading by any program: consultations, their plans and documents, and the
  contributions published in them. Nothing here can be changed, and nothing depends on who asks.
  """
  type Query {
    "All authorities of this installation, by their short name; up to 1,000."
    tenants: [Tenant!]!
    "One authority; null when there is none of that name."
    tenant("Its short name, as in its address." slug: String!): Tenant
    "The consultations an authority has on display: open ones by their last day, then planned, then closed ones."
    procedures(
      "Short name of the authority."
      tenant: String!
      "Only those that stand there today."
      state: ProcedureFilter! = all
      "Words that title, summary, number or a part of the plan must hold; up to 200 characters."
      search: String
      "How many, 1 to 100."
      first: Int! = 20
      "The \`endCursor\` of the page before, asked with the same arguments."
      after: String
    ): ProcedureConnection!
    "One consultation by its address; null when it is not on display."
    procedure(
      "Short name of the authority."
      tenant: String!
      "Short name of the consultation, as in its address."
      slug: String!
    ): Procedure
    "One consultation by its id; null when it is not on display."
    procedureById("Id of the consultation." id: ID!): Procedure
    "The parts of a consultation's plan, in their order; empty when it has none or is not on display."
    planParts("Id of the consultation." procedureId: ID!): [PlanPart!]!
    "The contributions published in a consultation; empty when it is not on display."
    contributions(
      "Id of the consultation."
      procedureId: ID!
      "Only these categories; up to 50 ids."
      categoryIds: [ID!]
      "Words that title, text or place must hold; up to 200 characters."
      search: String
      "Only what lies in this rectangle: [west, south, east, north], degrees."
      bbox: [Float!]
      "Which come first."
      order: ContributionOrder! = newestFirst
      "How many, 1 to 100."
      first: Int! = 20
      "The \`endCursor\` of the page before, asked with the same arguments."
      after: String
    ): ContributionConnection!
    "One contribution; null when it is not published, or no longer."
    contribution("Id of the contribution." id: ID!): Contribution
    "Places by what people call them: parts of the plan, then streets; best match first, up to eight."
    places(
      "Id of the consultation; nearer streets come first."
      procedureId: ID!
      "What somebody typed; up to 200 characters."
      search: String!
    ): [Place!]!
  }

  "UTC instant, ISO 8601 with milliseconds, e.g. 2026-11-23T13:06:31.000Z."
  scalar DateTimeISO

  "Day in Europe/Berlin, e.g. 2026-12-02."
  scalar LocalDate

  "Geometry after RFC 7946: [lon, lat] in degrees, WGS 84."
  scalar GeoJSON

  "Text written by an authority: German always, the others where somebody wrote them."
  type LocalizedText {
    "German."
    de: String!
    "English."
    en: String
    "Upper Sorbian."
    hsb: String
  }

  "An authority that runs consultations (Mandant)."
  type Tenant {
    "Stays the same for ever."
    id: ID!
    "Short name, as in its address."
    slug: String!
    "What it calls itself."
    name: LocalizedText!
    "E-mail address for questions about consultations."
    contactEmail: String!
    "Telephone for questions about consultations."
    contactPhone: String!
    "Postal address, in lines."
    contactAddress: String!
    "Where its map opens: [lon, lat], degrees."
    mapCenter: [Float!]!
  }
`

/**
 * The public read API as its text: what other programs may rely on. It stands for itself, so that a field our own
 * pages need does not become a promise, and it holds nothing about a person: no name, not even one released.
 */
export const PUBLIC_SCHEMA = [QUESTIONS, PROCEDURE_TYPES, PLAN_TYPES, CONTRIBUTION_TYPES].join('\n')
