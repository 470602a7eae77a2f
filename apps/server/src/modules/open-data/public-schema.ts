/**
 * The public read API as its text: what other programs may rely on. It stands for itself, so that a field our own
 * pages need does not become a promise, and it holds nothing about a person: no name, not even one released.
 */
export const PUBLIC_SCHEMA = /* GraphQL */ `
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

  "A document on display."
  type PlanDocument {
    "Stays the same for ever."
    id: ID!
    "What kind of document it is."
    category: DocumentCategory!
    "Its name."
    title: LocalizedText!
    "What stands in it, where somebody wrote it down."
    summary: LocalizedText
    "Name of the file."
    fileName: String!
    "Size of the file, bytes."
    sizeBytes: Float!
    "Number of pages, where it has pages."
    pages: Int
    "Where the file is."
    url: String!
  }

  "Kinds of documents."
  enum DocumentCategory {
    "Drawing of the plan (Planzeichnung)."
    planDrawing
    "Explanatory report (Begründung)."
    explanatoryReport
    "Environmental report (Umweltbericht)."
    environmentalReport
    "Expert report (Gutachten)."
    expertReport
    "Statement on the environment that was received (umweltbezogene Stellungnahme)."
    environmentalStatement
    "Public notice (Bekanntmachung)."
    notice
    "Anything else."
    other
  }

  "A part of the plan that people can name."
  type PlanPart {
    "Stays the same for ever."
    id: ID!
    "Short key in its plan."
    key: String!
    "What it is called."
    name: LocalizedText!
    "Its designation in the plan, e.g. WA 1."
    designation: String
    "Storeys allowed, where the plan says so."
    storeys: Int
    "Where it lies."
    geometry: GeoJSON!
  }

  "What contributions are sorted into."
  type Category {
    "Stays the same for ever."
    id: ID!
    "Short key in its consultation."
    key: String!
    "What it is called."
    label: LocalizedText!
    "Shape of its sign on the map."
    shape: CategoryShape!
    "Letter in its sign."
    letter: String!
    "Colour of its sign, e.g. #1f4f9c."
    colour: String!
  }

  "Shapes of signs on the map."
  enum CategoryShape {
    "A square."
    square
    "A circle."
    circle
    "A diamond."
    diamond
    "A hexagon."
    hexagon
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

  "Which contributions come first."
  enum ContributionOrder {
    "The last published."
    newestFirst
    "The first published."
    oldestFirst
  }

  "A page of contributions."
  type ContributionConnection {
    "The contributions of this page."
    nodes: [Contribution!]!
    "Where the next page begins; null on the last one."
    endCursor: String
    "Whether there is a next page."
    hasNext: Boolean!
  }

  "A published contribution. Who wrote it is not told."
  type Contribution {
    "Stays the same for ever."
    id: ID!
    "The consultation it belongs to."
    procedureId: ID!
    "Running public number in its consultation."
    number: String!
    "Its title, or its beginning."
    title: String!
    "What was written, as far as it is public."
    text: String!
    "The language it was written in."
    language: Language!
    "What it is sorted into."
    category: Category
    "What its place is."
    placeKind: PlaceKind!
    "Its place in words."
    placeLabel: String
    "Its place on the map; null where it has none."
    geometry: GeoJSON
    "The day it was handed in."
    receivedOn: LocalDate!
    "The instant it became public."
    publishedAt: DateTimeISO!
  }

  "Languages."
  enum Language {
    "German."
    de
    "English."
    en
    "Upper Sorbian."
    hsb
  }

  "What a contribution is about, as a place."
  enum PlaceKind {
    "No place at all."
    none
    "The plan as a whole."
    wholePlan
    "A part of the plan."
    planPart
    "A street."
    street
    "A point on the map."
    point
    "A line on the map."
    line
    "An area on the map."
    area
  }

  "A place in words, with its geometry where it has one."
  type Place {
    "What kind of place it is."
    kind: PlaceKind!
    "What it is called."
    label: String!
    "District or designation, to tell places of one name apart."
    detail: String
    "Where it lies."
    geometry: GeoJSON
    "The part of the plan, where it is one."
    planPartId: ID
  }
`
