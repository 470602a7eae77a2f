import { createHash, randomBytes } from 'node:crypto'
import { newId, type Id, type UploadPurpose } from '@mitsprache/terms'
import type { GraphQLSchema } from 'graphql'
import { makeSchema } from '../../src/http/graphql.ts'
import { addPerson } from '../../src/modules/identity/index.ts'
import { linkSecret } from '../../src/modules/identity/residents/resident.rules.ts'
import { makePdf } from '../../src/modules/plans/pdf.testing.ts'
import { makePng } from '../../src/modules/plans/picture.testing.ts'
import type { Answer, TestServer } from '../server.ts'
import { draftFor, makeProcedure, makeTenant, NOW, PASSWORD, SECRETS, type TestTenant } from '../world.ts'
import { CONTRIBUTION_STATES, type Asked, type ContributionState, type State, type Thing } from './act.ts'
import { addPasskey, makeAskers, newResident, newSession, restoreAccount, type Asker } from './people.ts'
import { documentFor } from './whole-answer.ts'

/** An authority with everything that can be asked about, another one, and everybody who asks. */
export type Town = {
  server: TestServer
  schema: GraphQLSchema
  here: TestTenant
  elsewhere: TestTenant
  sampleTown: string
  /** A map service that answers. */
  mapService: string
  askers: Asker[]
  /** A checked file of each purpose, to be copied for whoever asks. */
  uploads: Record<UploadPurpose, Id>
  passwordHash: string
}

const RING = [
  [12.905, 50.821],
  [12.906, 50.821],
  [12.906, 50.822],
  [12.905, 50.821],
]
const PLAN = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: 'Wiese' }, geometry: { type: 'Polygon', coordinates: [RING] } },
  ],
}

export async function makeTown(server: TestServer, mapService: string): Promise<Town> {
  const here = await makeTenant(server.database)
  const elsewhere = await makeTenant(server.database)
  const sampleTown = await makeTenant(server.database)
  await server.owner.query('update tenant set sample = true where id = $1', [sampleTown.id])
  await addPerson(server.database, {
    name: 'Probe',
    email: `probe-${newId()}@stadt.example`,
    password: PASSWORD,
    memberships: [{ tenantId: sampleTown.id, role: 'agencyClerk' }],
    sample: true,
  })
  const other = await makeProcedure(server.database, here)
  const askers = await makeAskers(server, here, elsewhere, other.id)
  const { rows } = await server.owner.query<{ hash: string }>(
    'select password_hash as hash from person where id = $1',
    [askers.find(({ personId }) => personId)!.personId],
  )
  const town: Town = {
    server,
    schema: await makeSchema(),
    here,
    elsewhere,
    sampleTown: sampleTown.slug,
    mapService,
    askers,
    uploads: {} as Town['uploads'],
    passwordHash: rows[0]!.hash,
  }
  const files: [UploadPurpose, string, Buffer][] = [
    ['planDocument', 'Plan.pdf', makePdf()],
    ['planPicture', 'Plan.png', await makePng()],
    ['planData', 'Plan.geojson', Buffer.from(JSON.stringify(PLAN))],
    ['tenantLogo', 'Logo.png', await makePng()],
  ]
  for (const [purpose, fileName, content] of files)
    town.uploads[purpose] = await send(town, purpose, fileName, content)
  return town
}

const administratorOf = ({ askers }: Town) => askers.find(({ who }) => who === 'administrator')!

/** Asks for everything that an operation answers. */
export async function ask(town: Town, cookie: string, operation: string, variables: object): Promise<Answer> {
  // Nobody here guesses; how guessing is throttled is tested with signing in.
  await town.server.owner.query('delete from sign_in_attempt')
  return town.server.ask(documentFor(town.schema, operation, variables), variables, { cookie })
}

/** A cookie of the asker, of a session that has just begun. */
export const cookieOf = async ({ server, here }: Town, { who, personId }: Asker, waiting = false) => {
  if (who === 'resident') return newResident(server, here.id)
  return personId ? (await newSession(server, personId, waiting ? null : NOW)).cookie : ''
}

async function first<T>(town: Town, operation: string, variables: object): Promise<T> {
  const cookie = await cookieOf(town, administratorOf(town))
  const { data, errors } = await ask(town, cookie, operation, variables)
  if (errors || data.answer?.facts) throw new Error(`${operation}: ${JSON.stringify(errors ?? data)}`)
  return data.answer
}

async function send(town: Town, purpose: UploadPurpose, fileName: string, content: Buffer): Promise<Id> {
  const input = { purpose, fileName, sizeBytes: content.length }
  const ticket = await first<{ id: Id; url: string; secret: string }>(town, 'beginUpload', {
    tenant: town.here.slug,
    input,
  })
  const { statusCode, body } = await town.server.app.inject({
    method: 'PUT',
    url: ticket.url,
    headers: {
      host: '127.0.0.1:4000',
      'upload-secret': ticket.secret,
      'content-type': 'application/octet-stream',
    },
    payload: content,
  })
  if (statusCode !== 200) throw new Error(body)
  return ticket.id
}

const isOfContribution = (state: State | undefined): state is ContributionState =>
  CONTRIBUTION_STATES.includes(state as ContributionState)

/** A procedure in a state, with a part of a plan, and a contribution where it is about one. */
export async function makeThing(town: Town, state: State | undefined): Promise<Thing> {
  const { server, here, askers } = town
  const procedure = await makeProcedure(server.database, here, {
    published: state !== 'draft',
    ...(state === 'ended' && { endsOn: '2026-11-20' }),
  })
  const only = askers.find(({ who }) => who === 'plannerOfThis')!
  await server.owner.query('update membership set procedure_id = $2 where person_id = $1', [
    only.personId,
    procedure.id,
  ])
  // The public list is full of others; this one is found by a word that only it has.
  await server.owner.query('update published_procedure set search_text = search_form(slug) where id = $1', [
    procedure.id,
  ])
  const thing: Thing = {
    tenant: here.slug,
    tenantId: here.id,
    procedureId: procedure.id,
    slug: procedure.slug,
    roundId: procedure.roundId,
    planPartId: procedure.planPartId,
    version: 1,
    contribution: null,
  }
  if (!isOfContribution(state)) return thing
  const input = draftFor(procedure, {
    audience: state === 'plannersOnly' ? 'plannersOnly' : 'publicWithName',
    person: { name: 'Nora Beispiel', email: 'nora@b.example' },
  })
  const { number, secret } = await first<{ number: string; secret: string }>(town, 'submitContribution', {
    input,
  })
  const { rows } = await server.owner.query<{ id: Id }>('select id from contribution where number = $1', [
    number,
  ])
  const id = rows[0]!.id
  // Its author is written to, which is what the links in a message need.
  await server.owner.query(
    `insert into message (tenant_id, id, event_id, kind, recipient_id, state, created_at)
     values ($1, $2, $3, 'receiptCopy', $4, 'waiting', now())`,
    [here.id, newId(), newId(), id],
  )
  const decision = { published: 'publish', withheld: 'withhold' }[state as string]
  if (decision) {
    const reason = decision === 'withhold' ? { reason: 'other', reasonText: 'weil' } : {}
    await first(town, 'decideVisibility', {
      tenant: here.slug,
      input: { contributionId: id, version: 1, decision, ...reason },
    })
  }
  return { ...thing, contribution: { id, number, secret } }
}

/** What an act is told of the thing and of who asks. */
export function askedBy(
  town: Town,
  thing: Thing,
  state: State | undefined,
  asker: Asker,
  cookie: string,
): Asked {
  const { server, here } = town
  const { owner } = server
  const uploadOf = async (personId: Id | null, purpose: UploadPurpose) => {
    const id = newId()
    await owner.query(
      `insert into upload select (jsonb_populate_record(u, jsonb_build_object('id', $2::uuid, 'created_by', $3::uuid,
         'secret_hash', $4::bytea, 'state', 'checked'))).* from upload u where tenant_id = $5 and id = $1`,
      [town.uploads[purpose], id, personId, randomBytes(32), here.id],
    )
    return id
  }
  return {
    ...thing,
    asker,
    state,
    sampleTown: town.sampleTown,
    mapService: town.mapService,
    upload: (purpose) => uploadOf(asker.personId, purpose),
    uploadOfAdministrator: (purpose) => uploadOf(administratorOf(town).personId, purpose),
    first: (operation, variables) => first(town, operation, variables),
    async inSameSession(operation, variables) {
      const { data, errors } = await ask(town, cookie, operation, variables)
      return errors ? null : data.answer
    },
    async colleague() {
      const [personId, email] = [newId(), `${newId()}@stadt.example`]
      await owner.query(
        `insert into person (id, email, name, password_hash, created_at) values ($1, $2, 'Kim Amt', $3, now())`,
        [personId, email, town.passwordHash],
      )
      await owner.query(
        `insert into membership (tenant_id, id, person_id, role) values ($1, $2, $3, 'agencyClerk')`,
        [here.id, newId(), personId],
      )
      return { personId, email }
    },
    async addressChange(link) {
      const personId = asker.personId ?? administratorOf(town).personId
      const secret = randomBytes(32).toString('base64url')
      const hash = createHash('sha256').update(secret).digest()
      await owner.query(
        `insert into person_address_change (id, person_id, old_email, new_email, confirm_hash, stop_hash, created_at)
         select $1, p.id, p.email, p.email || '.example', $3, $4, $5 from person p where p.id = $2`,
        [newId(), personId, ...(link === 'confirm' ? [hash, randomBytes(32)] : [null, hash]), NOW],
      )
      return secret
    },
    async residentLink() {
      await first(town, 'requestResidentLink', { tenant: here.slug, email: 'nora@b.example', language: 'de' })
      const { rows } = await owner.query<{ id: Id }>(
        'select id from resident_link where tenant_id = $1 order by id desc limit 1',
        [here.id],
      )
      return linkSecret(SECRETS, here.id, rows[0]!.id)
    },
    async signOnProvider() {
      await owner.query('delete from sign_on_provider where tenant_id = $1', [here.id])
      const id = newId()
      await owner.query(
        `insert into sign_on_provider (tenant_id, id, version, label, issuer, client_id, scope, for_staff, for_residents,
           shows_factor, group_claim, group_roles, acr_levels, changed_at)
         values ($1, $2, 1, 'Amt', 'https://127.0.0.1:1', 'c', 'openid', true, true, true, 'groups', '{"amt": ["planner"]}', '{}', $3)`,
        [here.id, id, NOW],
      )
      return id
    },
    async parkedMessage() {
      const id = newId()
      await owner.query(
        `insert into message (tenant_id, id, event_id, kind, recipient_id, state, reason, created_at, settled_at)
         values ($1, $2, $3, 'staffInvitation', $4, 'parked', 'refused', now(), now())`,
        [here.id, id, newId(), newId()],
      )
      return id
    },
    otherSession: async () => (asker.personId ? (await newSession(server, asker.personId)).id : newId()),
    passkey: async () => (asker.personId ? addPasskey(server, asker.personId) : newId()),
  }
}

export const restore = ({ server, passwordHash }: Town, { personId }: Asker) =>
  personId ? restoreAccount(server, personId, passwordHash) : undefined
