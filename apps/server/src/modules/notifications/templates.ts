import { LANGUAGES, type Language } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayManageMessages } from './message.policy.ts'
import { wordingsOf } from './message.queries.ts'
import type { Wording } from './message.ts'
import { messageOf, MESSAGES } from './messages/index.ts'
import { findTemplateProblems, tidyWording } from './template.rules.ts'

/** The words of every message in every language: the tenant's own, else ours. */
export async function listTemplates(ctx: Ctx, tenantSlug: string) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  const own = await ctx.staff(staff.tenantId, (tx) => tx.read(wordingsOf, staff.tenantId))
  return MESSAGES.map(({ kind, placeholders, needed, wording }) => ({
    kind,
    placeholders: [...new Set(['authority', ...placeholders])],
    needed: [...needed],
    wordings: LANGUAGES.map((language) => {
      const mine = own.find((each) => each.kind === kind && each.language === language)
      const { subject, body } = mine ?? wording[language]
      return { language, subject, body, own: mine !== undefined, version: mine?.version ?? 0 }
    }),
  }))
}

export type NewWording = { kind: string; language: Language; version: number } & Wording

/**
 * Takes a tenant's own words for a message.
 *
 * @param version the one that was looked at; 0: ours.
 * @returns true, `InputRefused` with what is wrong with them, or `StaleVersion` when somebody was faster.
 * @throws Denial NOT_FOUND for a message that does not exist.
 */
export async function saveTemplate(ctx: Ctx, tenantSlug: string, typed: NewWording) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  const message = found(messageOf(typed.kind))
  const wording = tidyWording(typed)
  const problems = findTemplateProblems(message, wording, ctx.config.baseUrl)
  if (problems.length) return InputRefused.of(...problems)
  const { kind, language, version } = typed
  const at = ctx.clock()
  return ctx.staff(staff.tenantId, async (tx) => {
    const saved = await tx.query(
      version === 0
        ? `insert into message_template (tenant_id, kind, language, version, subject, body, changed_at, changed_by)
           values ($1, $2, $3, $4 + 1, $5, $6, $7, $8) on conflict do nothing returning 1`
        : `update message_template set version = $4 + 1, subject = $5, body = $6, changed_at = $7, changed_by = $8
           where tenant_id = $1 and kind = $2 and language = $3 and version = $4 returning 1`,
      [staff.tenantId, kind, language, version, wording.subject, wording.body, at, staff.viewer.personId],
    )
    if (!saved.length) return StaleVersion.of()
    await told(ctx, tx, staff.tenantId, staff.viewer.personId)
    return true as const
  })
}

/** Goes back to our words. Repeated, it does no harm. */
export async function resetTemplate(
  ctx: Ctx,
  tenantSlug: string,
  kind: string,
  language: Language,
): Promise<true> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  found(messageOf(kind))
  await ctx.staff(staff.tenantId, async (tx) => {
    const gone = await tx.query(
      'delete from message_template where tenant_id = $1 and kind = $2 and language = $3 returning 1',
      [staff.tenantId, kind, language],
    )
    if (gone.length) await told(ctx, tx, staff.tenantId, staff.viewer.personId)
  })
  return true
}

const told = (ctx: Ctx, tx: Parameters<typeof recordEvent>[0], tenantId: string, personId: string) =>
  recordEvent(tx, {
    tenantId,
    type: 'MessageTemplateChanged',
    subjectIds: [tenantId],
    actorKind: 'person',
    actorId: personId,
    at: ctx.clock(),
  })
