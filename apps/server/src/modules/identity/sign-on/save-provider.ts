import { isId, newId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../../platform/refusal.graphql.ts'
import type { SampleAccount, StepUpNeeded } from '../account-refusals.graphql.ts'
import type { Ctx } from '../context.ts'
import { demand, found, staffOf, type StaffOf } from '../demand.ts'
import { signOnProviderRemoved, signOnProviderSaved } from '../identity.events.ts'
import { openSessionOf, whyNotNow } from '../own-session.ts'
import { mayManagePeople } from '../people.policy.ts'
import { clientOf, problemOf, sealClientSecret } from './provider-client.ts'
import { providersOf, type ProviderView } from './provider.queries.ts'
import { MOST_PROVIDERS, readProvider, type ReadProvider, type TypedProvider } from './provider.rules.ts'
import { SignOnProviderRow } from './sign-on.entity.ts'

export type SavedProvider = TypedProvider & {
  /** None: a new one. */
  id?: Id | null
  version?: number | null
  /** Null or missing: as it was; empty: none any more. */
  clientSecret?: string | null
}

type Refused = InputRefused | StaleVersion | StepUpNeeded | SampleAccount

/** The sign-in services of a tenant, for its administrators. */
export async function getProviders(ctx: Ctx, tenantSlug: string): Promise<ProviderView[]> {
  demand(mayManagePeople(staffOf(ctx, tenantSlug)))
  return ctx.database.read(providersOf, tenantSlug)
}

/**
 * Enters a sign-in service or changes one. Where it shall be asked, it has to answer as itself right now: a typing
 * error shows here and not to who signs in. A change ends the sessions it opened.
 *
 * @returns the id, or the refusal.
 */
export async function saveProvider(
  ctx: Ctx,
  tenantSlug: string,
  typed: SavedProvider,
): Promise<Id | Refused> {
  const { staff, refused } = await administratorNow(ctx, tenantSlug)
  if (refused) return refused
  const now = ctx.clock()
  const all = await ctx.database.read(providersOf, tenantSlug)
  const before = typed.id ? found(all.find(({ id }) => id === typed.id)) : null
  const read = readProvider(typed, ctx.config.signOn.loopback)
  if ('problems' in read) return InputRefused.of(...read.problems)
  const { provider } = read
  const problem = await findProblem(ctx, provider, typed, before, all)
  if (problem) return InputRefused.of(problem)

  const id = before?.id ?? newId(now.getTime())
  const clientSecretSealed = secretOf(ctx, id, typed.clientSecret, before)
  const row = { ...provider, clientSecretSealed, changedAt: now }
  return ctx.database.transaction('identity', {}, async (tx) => {
    const { tenantId } = staff
    if (!before) await tx.insert(SignOnProviderRow, { tenantId, id, version: 1, ...row })
    else {
      const version = typed.version ?? 0
      if (!(await tx.update(SignOnProviderRow, { tenantId, id, version }, { ...row, version: version + 1 })))
        return StaleVersion.of()
      await endSessions(tx, tenantId, id)
    }
    await recordEvent(tx, signOnProviderSaved(tenantId, id, staff.viewer.personId, now))
    return id
  })
}

/** Takes a sign-in service away; nobody it let in stays signed in. What residents keep in their accounts stays. */
export async function removeProvider(
  ctx: Ctx,
  tenantSlug: string,
  id: Id,
): Promise<true | StepUpNeeded | SampleAccount> {
  const { staff, refused } = await administratorNow(ctx, tenantSlug)
  if (refused) return refused
  found(isId(id) || null)
  const { tenantId, viewer } = staff
  await ctx.database.transaction('identity', {}, async (tx) => {
    await endSessions(tx, tenantId, id)
    const [gone] = await tx.query(
      'delete from sign_on_provider where tenant_id = $1 and id = $2 returning 1 as n',
      [tenantId, id],
    )
    found(gone)
    await recordEvent(tx, signOnProviderRemoved(tenantId, id, viewer.personId, ctx.clock()))
  })
  return true
}

/** Who lets people in is changed like one's own factors: by who has just shown who they are. */
async function administratorNow(
  ctx: Ctx,
  tenantSlug: string,
): Promise<{ staff: StaffOf; refused: SampleAccount | StepUpNeeded | null }> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  return { staff, refused: whyNotNow(await openSessionOf(ctx), ctx.clock()) }
}

async function findProblem(
  ctx: Ctx,
  provider: ReadProvider,
  typed: SavedProvider,
  before: ProviderView | null,
  all: ProviderView[],
): Promise<FieldProblem | null> {
  const { issuer, clientId } = provider
  if (!before && all.length >= MOST_PROVIDERS)
    return { field: 'label', problem: 'tooMany', limit: MOST_PROVIDERS }
  if (all.some((other) => other.id !== before?.id && other.issuer === issuer && other.clientId === clientId))
    return { field: 'clientId', problem: 'twice' }
  if ((typed.clientSecret?.length ?? 0) > 1_000)
    return { field: 'clientSecret', problem: 'tooLong', limit: 1_000 }
  if (before?.issuer === issuer) return null
  try {
    await clientOf(ctx, {
      ...provider,
      tenantId: newId(),
      tenantSlug: '',
      id: newId(),
      version: 0,
      clientSecretSealed: null,
      changedAt: ctx.clock(),
    })
    return null
  } catch (cause) {
    const { problem, detail } = problemOf(cause)
    return { field: 'issuer', problem: problem === 'unreachable' ? detail : 'notThisIssuer' }
  }
}

function secretOf(
  { secrets }: Ctx,
  id: Id,
  typed: string | null | undefined,
  before: ProviderView | null,
): Buffer | null {
  if (typed === null || typed === undefined) return before?.clientSecretSealed ?? null
  return typed.trim() ? sealClientSecret(secrets, id, typed.trim()) : null
}

async function endSessions(
  tx: { query: (sql: string, params: unknown[]) => Promise<unknown> },
  tenantId: Id,
  id: Id,
): Promise<void> {
  await tx.query(
    `delete from session where id in
       (select session_id from sign_on_session where tenant_id = $1 and provider_id = $2)`,
    [tenantId, id],
  )
  await tx.query('delete from resident_session where tenant_id = $1 and provider_id = $2', [tenantId, id])
}
