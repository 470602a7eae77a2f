/** Published contributions as other programs read them, with what they are sorted into and the places they are about. */
export const CONTRIBUTION_TYPES = /* GraphQL */ `
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
