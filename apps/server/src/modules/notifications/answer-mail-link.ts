import type { Id, LocalizedText } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { found, type Ctx } from '../identity/index.ts'
import { tenantBySlug } from '../tenants/index.ts'
import { readMailLink, type MailLinkKind } from './mail-link.rules.ts'

/** What stands on the page behind a link in a message to an author. */
export type MailLink = { procedureTitle: LocalizedText; confirmed: boolean; stopped: boolean }

/** @throws Denial NOT_FOUND for a link that is not ours, or whose contribution has no author to write to any more. */
async function withLink<T>(
  ctx: Pick<Ctx, 'database' | 'secrets'>,
  tenantSlug: string,
  kind: MailLinkKind,
  token: string,
  work: (tx: Tx, link: MailLink & { tenantId: Id; contributionId: Id; procedureId: Id }) => Promise<T>,
): Promise<T> {
  const [tenant] = await ctx.database.read(tenantBySlug, tenantSlug)
  const { id: tenantId } = found(tenant)
  const contributionId = found(readMailLink(ctx.secrets, kind, tenantId, token))
  return ctx.database.transaction('staff', { tenantId }, async (tx) => {
    const [row] = await tx.query<MailLink & { procedureId: Id; reachable: boolean }>(
      `select p.title as "procedureTitle", p.id as "procedureId", coalesce(n.confirmed_at is not null, false) as confirmed,
              coalesce(n.stopped_at is not null, false) as stopped,
              author_to_write(c.tenant_id, c.id) is not null as reachable
         from contribution c join procedure p on p.tenant_id = c.tenant_id and p.id = c.procedure_id
         left join contribution_notice n on n.tenant_id = c.tenant_id and n.contribution_id = c.id
        where c.tenant_id = $1 and c.id = $2`,
      [tenantId, contributionId],
    )
    const { reachable, ...link } = found(row)
    found(reachable || null)
    return work(tx, { ...link, tenantId, contributionId })
  })
}

const viewOf = ({ procedureTitle, confirmed, stopped }: MailLink): MailLink => ({
  procedureTitle,
  confirmed,
  stopped,
})

/** Looks, and changes nothing: mail scanners open links as well. */
export const findMailLink = (ctx: Ctx, tenantSlug: string, kind: MailLinkKind, token: string) =>
  withLink(ctx, tenantSlug, kind, token, async (_tx, link) => viewOf(link))

/** The author wants to hear: of the receipt now, and of what becomes of the contribution. Repeated, it does no harm. */
export const confirmAddress = (ctx: Ctx, tenantSlug: string, token: string): Promise<MailLink> =>
  withLink(ctx, tenantSlug, 'confirm', token, async (tx, link) => {
    const { tenantId, contributionId, procedureId } = link
    const at = ctx.clock()
    const changed = await tx.query(
      `insert into contribution_notice as n (tenant_id, contribution_id, confirmed_at) values ($1, $2, $3)
       on conflict on constraint contribution_notice_pk do update set confirmed_at = $3, stopped_at = null
         where n.confirmed_at is null or n.stopped_at is not null
       returning 1`,
      [tenantId, contributionId, at],
    )
    if (changed.length)
      await recordEvent(tx, {
        tenantId,
        type: 'AuthorConfirmedAddress',
        subjectIds: [contributionId, procedureId],
        actorKind: 'resident',
        at,
      })
    return { ...viewOf(link), confirmed: true, stopped: false }
  })

/** The author does not want to hear any more. Repeated, it does no harm. */
export const stopMessages = (
  ctx: Pick<Ctx, 'database' | 'secrets' | 'clock'>,
  tenantSlug: string,
  token: string,
): Promise<MailLink> =>
  withLink(ctx, tenantSlug, 'stop', token, async (tx, link) => {
    const { tenantId, contributionId, procedureId } = link
    const at = ctx.clock()
    const changed = await tx.query(
      `insert into contribution_notice as n (tenant_id, contribution_id, stopped_at) values ($1, $2, $3)
       on conflict on constraint contribution_notice_pk do update set stopped_at = $3 where n.stopped_at is null
       returning 1`,
      [tenantId, contributionId, at],
    )
    if (changed.length) {
      // What already lies in the outbox does not leave either.
      await tx.query(
        `update message set state = 'dropped', reason = 'overtaken', settled_at = $3
         where tenant_id = $1 and recipient_id = $2 and state = 'waiting' and claimed_until is null`,
        [tenantId, contributionId, at],
      )
      await recordEvent(tx, {
        tenantId,
        type: 'AuthorStoppedMessages',
        subjectIds: [contributionId, procedureId],
        actorKind: 'resident',
        at,
      })
    }
    return { ...viewOf(link), stopped: true }
  })
