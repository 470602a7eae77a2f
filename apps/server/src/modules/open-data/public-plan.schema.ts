/** What is on display in a consultation: its documents, and the parts of its plan. */
export const PLAN_TYPES = /* GraphQL */ `
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
`
