/** Every limit of the product in one place; the API, the rules and the web read the same numbers. */
export const LIMITS = {
  /** Characters (code points) of a contribution. */
  contributionText: 10_000,
  contributionTextMost: 20_000,
  contributionTitle: 200,
  personName: 200,
  email: 254,
  placeLabel: 300,
  search: 200,
  procedureTitle: 200,
  procedureSummary: 2_000,
  listItem: 300,
  listItems: 20,
  withholdReason: 2_000,
  /** Rows of one page. */
  pageSize: 100,
  pageSizeDefault: 20,
  /** Bytes of one file handed in or displayed; larger documents come with the document viewer. */
  fileSizeBytes: 25 * 1024 * 1024,
  documentSizeBytes: 500 * 1024 * 1024,
  /** Files of one contribution, and the words that stand for one of them. */
  filesPerContribution: 5,
  fileAltText: 500,
  /** Of a picture as it is sent, and the longer edge of what is kept of it. */
  picturePixels: 100_000_000,
  pictureEdgePx: 4_096,
  documentsPerProcedure: 100,
  /** A sheet of A0 as it comes from the scanner, or a GeoTIFF. */
  planPictureSizeBytes: 200 * 1024 * 1024,
  drawingsPerProcedure: 10,
  controlPoints: 50,
  /** Vertices of a territory or of a drawn line or area. */
  territoryVertices: 20_000,
  placeVertices: 500,
  /** Bytes of an imported territory file. */
  territoryFileSizeBytes: 5 * 1024 * 1024,
  /** A plan as data, with its attachments; the parts of one plan, and the words that name one. */
  planDataSizeBytes: 200 * 1024 * 1024,
  attachmentSizeBytes: 100 * 1024 * 1024,
  planParts: 20_000,
  planPartName: 300,
  mapItems: 300,
  /** Maps of others: how many a tenant lays over its own, and the words for one. */
  layersPerTenant: 30,
  layerAddress: 2_000,
  layerName: 300,
  layerTitle: 120,
  layerLegend: 2_000,
  layerAttribution: 300,
  intakeRows: 50_000,
  passwordLeast: 12,
  passwordMost: 256,
  passkeyName: 60,
  rolesPerPerson: 7,
  /** Of those who work on single ones. */
  proceduresPerPerson: 200,
  organisationName: 200,
  organisationPhone: 60,
  /** Of a tenant. */
  organisations: 500,
  /** What the button of a sign-in service says. */
  signOnLabel: 60,
  /** Of a tenant: what it calls itself, how it is reached, and its pages of plain text. */
  tenantName: 120,
  contactLine: 300,
  pageSections: 20,
  pageTitle: 200,
  pageText: 5_000,
  accessibilityGaps: 20,
  logoSizeBytes: 1024 * 1024,
  dialogueYears: 100,
  /** Hosts whose pages may show a tenant's procedures in a frame. */
  embedHosts: 20,
} as const
