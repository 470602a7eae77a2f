import { ROLES, type Role } from '@mitsprache/terms'

/**
 * Who may read a type of the API: everyone, the `holder` of the secret that opens one item (or who just sent it),
 * somebody signed in about themselves, or members of a tenant's staff in these roles.
 */
export type Readers = 'everyone' | 'holder' | 'self' | readonly Role[]

export type TypePolicy = {
  readers: Readers
  /** Fields that tell something about a person, and the column they tell it from. */
  about?: Record<string, string>
  /** Fields that are called like a person's column and are none. */
  not?: readonly string[]
}

const STAFF: readonly Role[] = ROLES
const MODERATORS = ['administrator', 'moderator'] as const
const ADMINISTRATORS = ['administrator'] as const
const EXPORTERS = ['administrator', 'planner', 'caseworker'] as const
const PLANNERS = ['administrator', 'planner'] as const
const everyone = { readers: 'everyone' } as const

/** What is told of a contribution, under the names that its columns have. */
const CONTRIBUTION = {
  audience: 'contribution.audience',
  geometry: 'contribution.geometry',
  late: 'contribution.late',
  outsidePlanAreaM: 'contribution.outside_plan_area_m',
  placeKind: 'contribution.place_kind',
  placeLabel: 'contribution.place_label',
  receivedAt: 'contribution.received_at',
  text: 'contribution.text',
  title: 'contribution.title',
}

/** Every type of object there is: one that is missing here fails, so that a new one is nobody's until somebody says. */
export const TYPES: Record<string, TypePolicy> = {
  // What is on display, and what everybody is told who asks.
  Category: everyone,
  ContributionConnection: everyone,
  Fact: everyone,
  FieldProblem: everyone,
  InputRefused: everyone,
  KeyAlreadyUsed: everyone,
  LocalizedText: everyone,
  May: everyone,
  NotReady: everyone,
  OfflineWay: everyone,
  ParticipationClosed: everyone,
  ParticipationNotOpen: everyone,
  PlaceSuggestion: everyone,
  PlanDocument: everyone,
  PlanDrawing: everyone,
  Procedure: everyone,
  ProcedureConnection: everyone,
  ProcedureTemplate: everyone,
  PublishedContribution: everyone,
  PublishedFile: everyone,
  Round: everyone,
  SignInRefused: everyone,
  StaleVersion: everyone,
  Tenant: everyone,
  AccessibilityGap: everyone,
  AccessibilityStatement: everyone,
  PageSection: everyone,
  TenantPages: everyone,
  QuotaReached: everyone,
  TimelineEntry: everyone,
  TooManyAttempts: everyone,
  // What becomes of trying to sign in, or to change one's account: a word, and which factors to show.
  Done: everyone,
  FactorNeeded: everyone,
  InvitationOver: everyone,
  LastFactor: everyone,
  NoPasskeysHere: everyone,
  ProofRefused: everyone,
  SampleAccount: everyone,
  StepUpNeeded: everyone,
  // Who may ask what stands in OPERATIONS.
  Query: everyone,
  Mutation: everyone,

  // One's own.
  ContributionStatus: {
    readers: 'holder',
    about: { ...CONTRIBUTION, withheldReasonText: 'visibility_decision.reason_text' },
  },
  HandedInFile: { readers: 'holder', about: { alt: 'contribution_file.alt' }, not: ['fileName'] },
  SubmissionReceipt: {
    readers: 'holder',
    about: {
      late: 'contribution.late',
      outsidePlanAreaM: 'contribution.outside_plan_area_m',
      receivedAt: 'contribution.received_at',
    },
  },
  MailLink: { readers: 'holder' },
  UploadTicket: { readers: 'holder' },
  Viewer: { readers: 'self', about: { name: 'person.name', email: 'person.email' } },
  SignedIn: { readers: 'self' },
  PendingSignIn: { readers: 'self', about: { name: 'person.name' } },
  InvitationToAccept: { readers: 'self', about: { name: 'invitation.name', email: 'invitation.email' } },
  Account: { readers: 'self' },
  AuthenticatorApp: { readers: 'self' },
  AuthenticatorAppBegun: { readers: 'self' },
  FactorAdded: { readers: 'self' },
  OwnSession: { readers: 'self' },
  Passkey: { readers: 'self', about: { name: 'passkey.name' } },
  PasskeyBegun: { readers: 'self' },
  RecoveryCodes: { readers: 'self' },

  // The moderators'.
  ModerationConnection: { readers: MODERATORS },
  ModerationItem: {
    readers: MODERATORS,
    about: {
      ...CONTRIBUTION,
      language: 'contribution.language',
      authorName: 'contribution_case.author_name',
    },
  },
  DecisionEntry: {
    readers: MODERATORS,
    about: { byName: 'person.name', reasonText: 'visibility_decision.reason_text' },
  },
  VisibilityDecided: { readers: MODERATORS },
  AlreadyDecided: { readers: MODERATORS },

  // The administrators'.
  OutgoingMessage: { readers: ADMINISTRATORS },
  MessageConnection: { readers: ADMINISTRATORS },
  MessageTemplate: { readers: ADMINISTRATORS },
  MessageTemplatesSaved: { readers: ADMINISTRATORS },
  MessageWording: { readers: ADMINISTRATORS, not: ['subject'] },
  // Of a sample town only.
  KeptMail: { readers: ADMINISTRATORS, not: ['text', 'subject'] },
  AlreadyMember: { readers: ADMINISTRATORS },
  Invitation: {
    readers: ADMINISTRATORS,
    about: { name: 'invitation.name', email: 'invitation.email' },
  },
  LastAdministrator: { readers: ADMINISTRATORS },
  ContrastTooLow: { readers: ADMINISTRATORS },
  DialoguesWouldEnd: { readers: ADMINISTRATORS },
  TenantColours: { readers: ADMINISTRATORS },
  TenantSettings: { readers: ADMINISTRATORS },
  TenantSettingsSaved: { readers: ADMINISTRATORS },
  People: { readers: ADMINISTRATORS },
  PersonInvited: { readers: ADMINISTRATORS },
  StaffPerson: { readers: ADMINISTRATORS, about: { name: 'person.name', email: 'person.email' } },

  // The planners'.
  AuthorErased: { readers: ['administrator'] },
  ExportReady: { readers: EXPORTERS, not: ['fileName'] },
  DrawingPoint: { readers: STAFF, not: ['lon', 'lat'] },
  StaffDrawing: { readers: STAFF, not: ['title', 'fileName'] },
  ProcedureSaved: { readers: PLANNERS },
  FoundStreet: { readers: STAFF },
  StaffPlan: { readers: STAFF },
  StaffPlanPart: { readers: STAFF, not: ['name'] },
  PlanImport: { readers: STAFF },
  PlanPreview: { readers: PLANNERS },
  PlanAttachment: { readers: PLANNERS, not: ['title'] },
  PlanDate: { readers: PLANNERS },
  PlanFinding: { readers: PLANNERS },
  PlanHead: { readers: PLANNERS, not: ['name'] },
  PlanProperty: { readers: PLANNERS, not: ['name'] },
  PlanStyleCount: { readers: PLANNERS },
  PlanUnreadable: { readers: PLANNERS },
  CrsCandidate: { readers: PLANNERS },
  UsedCrs: { readers: PLANNERS, not: ['name'] },
  StaffProcedure: { readers: STAFF, not: ['title'] },
  StaffProcedureConnection: { readers: STAFF },
}

/** Who may ask each question and do each thing; the same rule: what is missing here fails. */
export const OPERATIONS: Record<string, Readers> = {
  account: 'self',
  contribution: 'everyone',
  contributionStatus: 'holder',
  contributions: 'everyone',
  // Of a sample town only: in a real one nobody reads other people's mail.
  keptMail: [],
  mailLink: 'holder',
  messages: ADMINISTRATORS,
  messageTemplates: ADMINISTRATORS,
  invitation: 'holder',
  moderationItem: MODERATORS,
  moderationQueue: MODERATORS,
  passkeyOrigin: 'everyone',
  pendingSignIn: 'holder',
  people: ADMINISTRATORS,
  placeAt: 'everyone',
  places: 'everyone',
  procedure: 'everyone',
  procedureById: 'everyone',
  procedureTemplates: 'everyone',
  procedures: 'everyone',
  staffPlan: STAFF,
  staffProcedure: STAFF,
  staffProcedures: STAFF,
  streets: STAFF,
  tenant: 'everyone',
  tenantPages: 'everyone',
  tenantSettings: ADMINISTRATORS,
  tenants: 'everyone',
  viewer: 'self',

  acceptInvitation: 'holder',
  addAuthenticatorApp: 'self',
  addPasskey: 'self',
  askForPasskey: 'everyone',
  beginAuthenticatorApp: 'self',
  beginPasskey: 'self',
  changePassword: 'self',
  confirmAddress: 'holder',
  resetMessageTemplate: ADMINISTRATORS,
  saveMessageTemplate: ADMINISTRATORS,
  sendMessageAgain: ADMINISTRATORS,
  stopMessages: 'holder',
  changeRoles: ADMINISTRATORS,
  endOtherSessions: 'self',
  endSession: 'self',
  invitePerson: ADMINISTRATORS,
  proveFactor: 'self',
  removeAuthenticatorApp: 'self',
  removePasskey: 'self',
  removePerson: ADMINISTRATORS,
  renewRecoveryCodes: 'self',
  signInByPasskey: 'everyone',
  withdrawInvitation: ADMINISTRATORS,

  addDocument: PLANNERS,
  changeTenantSettings: ADMINISTRATORS,
  addPlanDrawing: PLANNERS,
  beginContributionUpload: 'everyone',
  beginUpload: PLANNERS,
  createProcedure: PLANNERS,
  decideVisibility: MODERATORS,
  eraseAuthor: ['administrator'],
  importPlan: PLANNERS,
  placePlanDrawing: PLANNERS,
  previewPlanImport: PLANNERS,
  publishProcedure: PLANNERS,
  removeDocument: PLANNERS,
  removePlanDrawing: PLANNERS,
  removePlanPart: PLANNERS,
  renamePlanPart: PLANNERS,
  undoPlanImport: PLANNERS,
  requestExport: EXPORTERS,
  signIn: 'everyone',
  signInAsSample: 'everyone',
  signOut: 'everyone',
  submitContribution: 'everyone',
  updateProcedure: PLANNERS,
}
