/**
 * What a procedure is, by law.
 * @source BauGB §§ 1-13a (urban land use), ROG § 9 (regional), VwVfG § 73 (plan approval), UVPG § 18.
 */
export const PROCEDURE_KINDS = [
  'urbanLandUsePlan',
  'regionalPlan',
  'planApproval',
  'environmentalAssessment',
  'informalDialogue',
] as const
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number]

/** A formal procedure takes everything handed in and marks what is late or outside; § 4a Abs. 5 BauGB. */
export const isFormal = (kind: ProcedureKind) => kind !== 'informalDialogue'

/** How contributions reach the public: not at all (preset for formal kinds), after review, or at once. */
export const PUBLICATION_MODES = ['not', 'afterReview', 'atOnce'] as const
export type PublicationMode = (typeof PUBLICATION_MODES)[number]

/** Where a round stands; always computed from its period and the clock, never stored. */
export const ROUND_STATES = ['planned', 'open', 'closed'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** The author's wish: who may read it. The authority can never widen it. */
export const AUDIENCES = ['plannersOnly', 'publicWithoutName', 'publicWithName'] as const
export type Audience = (typeof AUDIENCES)[number]

/** How a contribution came in; XBeteiligung and the paper world both need it. */
export const CHANNELS = ['online', 'letter', 'email', 'record', 'otherPlatform'] as const
export type Channel = (typeof CHANNELS)[number]

/** Where a contribution lies. `none` is an answer, never a default point. */
export const PLACE_KINDS = ['none', 'wholePlan', 'planPart', 'street', 'point', 'line', 'area'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/**
 * What the public sees of a contribution, computed from the decisions about it.
 * `notPublic` needs no decision: its author or its procedure keeps it to the planners.
 */
export const VISIBILITIES = ['notPublic', 'inReview', 'published', 'withheld'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Decisions a moderator (or, in `atOnce`, the rule) takes; append-only. */
export const DECISIONS = ['publish', 'withhold'] as const
export type Decision = (typeof DECISIONS)[number]

/** Reasons for withholding; each has a sentence in every language. */
export const WITHHOLD_REASONS = [
  'personalData',
  'insult',
  'advertising',
  'offTopic',
  'duplicate',
  'unlawful',
  'other',
] as const
export type WithholdReason = (typeof WITHHOLD_REASONS)[number]

/** Roles in a tenant, possibly limited to procedures. */
export const ROLES = [
  'administrator',
  'planner',
  'moderator',
  'caseworker',
  'agencyCoordinator',
  'agencyClerk',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]
/** What somebody can be for single procedures only, such as a planning office. */
export const ROLES_PER_PROCEDURE = ['planner', 'moderator', 'caseworker'] as const satisfies readonly Role[]

/** Where people of a tenant work: an office of the authority itself, or somebody it works with. */
export const ORGANISATION_KINDS = ['office', 'planningOffice', 'publicAgency'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** What a document on display is; § 3 Abs. 2 BauGB asks for at least the drawing and its report. */
export const DOCUMENT_CATEGORIES = [
  'planDrawing',
  'explanatoryReport',
  'environmentalReport',
  'expertReport',
  'environmentalStatement',
  'notice',
  'other',
] as const
export type DocumentCategory = (typeof DOCUMENT_CATEGORIES)[number]

/** What a file is sent for: on display, as data of the plan, as its picture, with a contribution, or as a logo. */
export const UPLOAD_PURPOSES = [
  'planDocument',
  'planData',
  'planPicture',
  'contributionFile',
  'tenantLogo',
] as const
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number]

/** Marker shapes: a category is told by shape and letter, never by colour alone (WCAG 1.4.1). */
export const CATEGORY_SHAPES = ['square', 'circle', 'diamond', 'hexagon'] as const
export type CategoryShape = (typeof CATEGORY_SHAPES)[number]

export const EXPORT_FORMATS = ['csv', 'geojson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/**
 * How surely it is known who somebody is, as the eIDAS regulation grades it; `none` for who did not sign in, or only
 * showed that they read an address.
 *
 * @source Regulation (EU) 910/2014 Art. 8; § 3 OZG (trust levels of the citizen account).
 */
export const TRUST_LEVELS = ['none', 'basic', 'substantial', 'high'] as const
export type TrustLevel = (typeof TRUST_LEVELS)[number]
