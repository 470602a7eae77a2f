import { isId, weakContrastOf, type Id, type LocalizedText } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { dayOf } from '../../platform/municipal-day.ts'
import { InputRefused, StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { settingsOfTenant, TenantRow } from '../tenants/index.ts'
import { getSettings, type Settings } from './get-settings.ts'
import { changeLogo } from './change-logo.ts'
import { readEmbedHost } from './embed-host.rules.ts'
import { ContrastTooLow, DialoguesWouldEnd } from './settings-refusals.graphql.ts'
import { settingsChanged } from './settings.events.ts'
import { mayChangeSettings } from './settings.policy.ts'
import { dialoguesOverWith } from './settings.queries.ts'
import { findProblems, type SettingsChange } from './settings.rules.ts'

export type SettingsWish = SettingsChange & {
  version: number
  /** Knows that files of dialogues end by it. */
  endDialogues?: boolean | null
}

/**
 * Saves what an administrator changed of the tenant; what is not named stays.
 *
 * @returns the settings, or the refusal: a field that cannot be so, colours that cannot be read, files that would end
 * by it, or somebody else saved in between.
 */
export async function changeSettings(
  ctx: Ctx,
  tenantSlug: string,
  { version, endDialogues, ...wish }: SettingsWish,
): Promise<Settings | InputRefused | ContrastTooLow | DialoguesWouldEnd | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayChangeSettings(staff))
  const { tenantId, viewer } = staff
  const now = ctx.clock()
  const change = named(wish)
  const { sample } = change.embedHosts ? await settingsNow(ctx, tenantId) : { sample: false }
  const problems = findProblems(change, dayOf(now), sample)
  if (typeof change.logoUploadId === 'string' && !isId(change.logoUploadId))
    problems.push({ field: 'logoUploadId', problem: 'unknown' })
  if (problems.length) return InputRefused.of(...problems)
  const weak = change.colours && weakContrastOf(change.colours)
  if (weak) return ContrastTooLow.of(weak)

  const refused = await ctx
    .staff(tenantId, async (tx) => {
      const ending = endDialogues ? 0 : await wouldEnd(tx, tenantId, change, dayOf(now))
      if (ending) return DialoguesWouldEnd.of(ending)
      const saved = await tx.update(
        TenantRow,
        { id: tenantId, version },
        { version: version + 1, ...columns(change, sample) },
      )
      if (!saved) return StaleVersion.of()
      if (change.logoUploadId !== undefined) {
        const problem = await changeLogo(tx, tenantId, viewer.personId, change.logoUploadId, now)
        // The transaction ends without a trace of the rest.
        if (problem) throw new LogoProblem(problem)
      }
      const fields = Object.keys(change) as (keyof SettingsChange)[]
      for (const event of settingsChanged(tenantId, fields, viewer.personId, now))
        await recordEvent(tx, event)
      return null
    })
    .catch((cause: unknown) => {
      if (cause instanceof LogoProblem)
        return InputRefused.of({ field: 'logoUploadId', problem: cause.message })
      throw cause
    })
  return refused ?? getSettings(ctx, tenantSlug)
}

class LogoProblem extends Error {}

const settingsNow = async (ctx: Ctx, tenantId: Id) =>
  found((await ctx.database.read(settingsOfTenant, tenantId))[0])

const named = (wish: SettingsChange): SettingsChange =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))

async function wouldEnd(
  tx: Tx,
  tenantId: Id,
  { dialogueKeptYears }: SettingsChange,
  today: string,
): Promise<number> {
  if (typeof dialogueKeptYears !== 'number') return 0
  const before = found((await tx.read(settingsOfTenant, tenantId))[0]).dialogueKeptYears
  if (before !== null && before <= dialogueKeptYears) return 0
  return (await tx.read(dialoguesOverWith, tenantId, today, dialogueKeptYears))[0]!.n
}

/** What was typed, in the columns it belongs to and in one spelling. */
function columns({ mapCenter, ...change }: SettingsChange, sample: boolean): Partial<TenantRow> {
  const tidy = {
    ...change,
    ...(change.name && { name: tidyText(change.name) }),
    ...(change.contactEmail && { contactEmail: change.contactEmail.trim() }),
    ...(change.contactPhone && { contactPhone: change.contactPhone.trim() }),
    ...(change.contactAddress && { contactAddress: change.contactAddress.trim() }),
    ...(change.municipalityKey !== undefined && { municipalityKey: change.municipalityKey?.trim() || null }),
    ...(change.languages && { languages: [...new Set(change.languages)] }),
    ...(change.colours && {
      colours: {
        primary: change.colours.primary.toLowerCase(),
        primaryDark: change.colours.primaryDark.toLowerCase(),
      },
    }),
    ...(change.embedHosts && {
      embedHosts: [...new Set(change.embedHosts.map((host) => readEmbedHost(host, sample)!))],
    }),
    ...(mapCenter && { mapLon: mapCenter[0]!, mapLat: mapCenter[1]! }),
  }
  return tidy as Partial<TenantRow>
}

const tidyText = ({ de, en, hsb }: LocalizedText): LocalizedText => ({
  de: de.trim(),
  ...(en?.trim() && { en: en.trim() }),
  ...(hsb?.trim() && { hsb: hsb.trim() }),
})
