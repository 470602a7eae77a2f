import { createHash } from 'node:crypto'

/** Nine fields of each contribution, as many as the bare baseline answers. */
const CARD = `id number title text category { key } placeKind geometry authorName publishedAt`

const MODERATION_ITEM = `id number version procedureTitle { de en hsb } title text language
  category { id key label { de en hsb } shape letter colour } placeKind placeLabel geometry audience authorName receivedAt
  late outsidePlanAreaM visibility history { decision reason reasonText byName at }`

const DOCUMENTS = {
  firstPage: `query FirstPage($procedureId: ID!, $first: Int) {
    contributions(procedureId: $procedureId, first: $first) { nodes { ${CARD} } endCursor hasNext }
  }`,
  byId: `query ById($id: ID!) { contribution(id: $id) { ${CARD} } }`,
  queue: `query Queue($tenant: String!, $procedureId: ID) {
    moderationQueue(tenant: $tenant, procedureId: $procedureId, first: 20) { nodes { ${MODERATION_ITEM} } endCursor hasNext openCount }
  }`,
  submit: `mutation Submit($input: SubmitContributionInput!) {
    submitContribution(input: $input) {
      __typename
      ... on SubmissionReceipt { number secret receivedAt late outsidePlanAreaM visibility }
      ... on Refusal { code facts { name value } }
    }
  }`,
  approve: `mutation Approve($tenant: String!, $input: DecideVisibilityInput!) {
    decideVisibility(tenant: $tenant, input: $input) {
      __typename
      ... on VisibilityDecided { openCount item { id version visibility } }
      ... on Refusal { code facts { name value } }
    }
  }`,
  signIn: `mutation SignIn($tenant: String!, $role: Role!) { signInAsSample(tenant: $tenant, role: $role) { __typename } }`,
  createProcedure: `mutation Create($tenant: String!, $input: CreateProcedureInput!) {
    createProcedure(tenant: $tenant, input: $input) { __typename ... on ProcedureSaved { procedure { id version } } }
  }`,
  updateProcedure: `mutation Update($tenant: String!, $input: UpdateProcedureInput!) {
    updateProcedure(tenant: $tenant, input: $input) { __typename ... on ProcedureSaved { procedure { id version } } }
  }`,
  publishProcedure: `mutation Publish($tenant: String!, $id: ID!, $version: Int!) {
    publishProcedure(tenant: $tenant, id: $id, version: $version) {
      __typename ... on ProcedureSaved { procedure { id version categories { id } } } ... on NotReady { missing }
    }
  }`,
  procedure: `query Procedure($tenant: String!, $slug: String!) { procedure(tenant: $tenant, slug: $slug) { id round { id } categories { id } } }`,
  requestExport: `mutation RequestExport($tenant: String!, $procedureId: ID!, $format: ExportFormat!) {
    requestExport(tenant: $tenant, procedureId: $procedureId, format: $format) { __typename ... on ExportReady { url rows } }
  }`,
}

export const OPERATIONS = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([name, document]) => [
    name,
    { document, hash: createHash('sha256').update(document).digest('hex') },
  ]),
)

/** The list as the server reads it: hash to document. */
export const allowList = () =>
  Object.fromEntries(Object.values(OPERATIONS).map(({ hash, document }) => [hash, document]))
