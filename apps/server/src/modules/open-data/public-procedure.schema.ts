/** A consultation as other programs read it, with its rounds and the steps of its life. */
export const PROCEDURE_TYPES = /* GraphQL */ `
  "Which consultations are asked for, by where they stand today."
  enum ProcedureFilter {
    "Wherever they stand."
    all
    "Those that take contributions."
    open
    "Those that will."
    planned
    "Those that did."
    closed
  }

  "A page of consultations."
  type ProcedureConnection {
    "The consultations of this page."
    nodes: [Procedure!]!
    "Where the next page begins; null on the last one."
    endCursor: String
    "Whether there is a next page."
    hasNext: Boolean!
  }

  "A consultation on display (Beteiligungsverfahren)."
  type Procedure {
    "Stays the same for ever."
    id: ID!
    "Short name of its authority."
    tenantSlug: String!
    "Short name in its authority, as in its address."
    slug: String!
    "The page for people."
    url: String!
    "What kind of consultation it is."
    kind: ProcedureKind!
    "Whether the law prescribes it: then everything handed in is taken, and what is late or outside is marked."
    formal: Boolean!
    "Official number of the plan, where it has one."
    number: String
    "Its name."
    title: LocalizedText!
    "What it is about."
    summary: LocalizedText!
    "What can still be decided."
    openQuestions: [LocalizedText!]!
    "What is decided already."
    decided: [LocalizedText!]!
    "How contributions become public."
    publicationMode: PublicationMode!
    "When people may take part."
    round: Round!
    "The area it is about; null where there is none."
    territory: GeoJSON
    "A point inside the area: [lon, lat], degrees."
    center: [Float!]
    "The parts of its plan as one GeoJSON file; null without a plan."
    planUrl: String
    "What is on display to read."
    documents: [PlanDocument!]!
    "What contributions are sorted into."
    categories: [Category!]!
    "Steps of the consultation, in order."
    timeline: [TimelineEntry!]!
    "Ways to take part without the internet."
    offlineWays: [OfflineWay!]!
    "How many contributions are published."
    publishedCount: Int!
    "How many were handed in, public or not."
    receivedCount: Int!
  }

  "Kinds of consultation."
  enum ProcedureKind {
    "Urban land-use plan (Bauleitplan), § 3 BauGB."
    urbanLandUsePlan
    "Regional plan (Regionalplan), § 9 ROG."
    regionalPlan
    "Plan approval (Planfeststellung), § 73 VwVfG."
    planApproval
    "Environmental impact assessment (Umweltverträglichkeitsprüfung), UVPG."
    environmentalAssessment
    "Informal dialogue, which no law prescribes."
    informalDialogue
  }

  "How contributions become public."
  enum PublicationMode {
    "Not at all: they go to the planners."
    not
    "After a moderator has read them."
    afterReview
    "As soon as they are handed in."
    atOnce
  }

  "One pass of a consultation with its period."
  type Round {
    "Stays the same for ever."
    id: ID!
    "Key of its step in the procedure, e.g. publicDisplay."
    step: String!
    "1 for the first time a step is taken, 2 for its repetition, and so on."
    passNumber: Int!
    "First day."
    startsOn: LocalDate!
    "Last day, until 23:59:59 Europe/Berlin."
    endsOn: LocalDate!
    "The instant it begins."
    startsAt: DateTimeISO!
    "The last instant that still counts."
    endsAt: DateTimeISO!
    "Where it stands now."
    state: RoundState!
    "How often it was extended, oldest first."
    extensions: [PeriodExtension!]!
  }

  "A later last day than was announced, and why."
  type PeriodExtension {
    "The last day as it was announced before."
    endedOn: LocalDate!
    "The last day since then."
    endsOn: LocalDate!
    "Why, as everybody reads it."
    note: LocalizedText!
    "When that was announced."
    at: DateTimeISO!
  }

  "Where a round stands."
  enum RoundState {
    "It has not begun."
    planned
    "Contributions are taken."
    open
    "It is over."
    closed
  }

  "A step of a consultation."
  type TimelineEntry {
    "What happens."
    label: LocalizedText!
    "When, in words."
    when: LocalizedText!
    "done, now or later."
    state: String!
  }

  "A way to take part without the internet."
  type OfflineWay {
    "look, write or speak."
    kind: String!
    "Where and when."
    text: LocalizedText!
  }
`
