/**
 * What the log of a tenant tells, by kind. An event that stands nowhere here is told under `other`, by the name it
 * has in the code; a test finds it.
 */
export const EVENT_KINDS = {
  /** Somebody of the staff read who wrote something. */
  reading: [
    'AuthorsReadForReview',
    'AuthorsReadForExport',
    'AuthorsReadForAnswer',
    'AuthorsReadForTenantExport',
    'ResidentsReadForTenantExport',
  ],
  export: ['ExportRequested', 'ExportDownloaded', 'AuditLogDownloaded', 'TenantExported'],
  contribution: ['ContributionSubmitted', 'ContributionTakenIn', 'AuthorErased', 'DialogueFileEnded'],
  decision: ['ContributionPublished', 'ContributionWithheld'],
  procedure: [
    'ProcedureCreated',
    'ProcedureCopied',
    'ProcedureChanged',
    'ProcedurePublished',
    'PeriodExtended',
    'DocumentAdded',
    'DocumentRemoved',
    'DrawingAdded',
    'DrawingChanged',
    'DrawingRemoved',
    'PlanImported',
    'PlanImportUndone',
    'PlanPartRenamed',
    'PlanPartRemoved',
  ],
  people: [
    'StaffInvited',
    'InvitationAccepted',
    'InvitationWithdrawn',
    'StaffRolesChanged',
    'StaffRemoved',
    'StaffErased',
  ],
  account: [
    'StaffSignedIn',
    'FactorAdded',
    'FactorRemoved',
    'RecoveryCodesRenewed',
    'PasswordChanged',
    'AddressChangeRequested',
    'AddressChanged',
    'AddressChangeStopped',
    'ResidentLinkRequested',
    'ResidentAccountDeleted',
    'ResidentAddressChangeRequested',
    'ResidentAddressChanged',
    'ResidentAddressChangeStopped',
  ],
  /** Somebody was turned away. */
  refused: [
    'StaffSignInFailed',
    'UnknownSignInFailed',
    'FactorProofFailed',
    'SignOnRefused',
    'ActDenied',
    'HiddenAsked',
  ],
  settings: [
    'TenantNameChanged',
    'TenantContactChanged',
    'TenantImprintChanged',
    'TenantPrivacyNoticeChanged',
    'TenantAccessibilityStatementChanged',
    'TenantColoursChanged',
    'TenantLogoChanged',
    'TenantLanguagesChanged',
    'TenantMapViewChanged',
    'TenantMunicipalityKeyChanged',
    'TenantRetentionChanged',
    'TenantEmbedHostsChanged',
    'TenantTermsChanged',
    'TenantCreated',
    'TenantSuspended',
    'TenantResumed',
    'MapLayerAdded',
    'MapLayerChanged',
    'MapLayerRemoved',
    'MapLayersOrdered',
    'MessageTemplateChanged',
    'SignOnProviderSaved',
    'SignOnProviderRemoved',
    'DataKeyChanged',
  ],
  message: ['MessageSentAgain', 'AuthorConfirmedAddress', 'AuthorStoppedMessages'],
  other: [],
} as const satisfies Record<string, readonly string[]>

export type EventKind = keyof typeof EVENT_KINDS

export const EVENT_KIND_WORDS = Object.keys(EVENT_KINDS) as EventKind[]

const KIND_OF = new Map<string, EventKind>(
  EVENT_KIND_WORDS.flatMap((kind) => EVENT_KINDS[kind].map((type) => [type, kind] as const)),
)

export const eventKindOf = (type: string): EventKind => KIND_OF.get(type) ?? 'other'

/** Every type that has a kind: what is not among them is `other`. */
export const KNOWN_EVENT_TYPES = [...KIND_OF.keys()]
