import { storageUsed } from '../plans/index.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { activeProcedures } from '../procedures/index.ts'
import { settingsOfTenant, type TenantSettingsView } from '../tenants/index.ts'
import { mayChangeSettings } from './settings.policy.ts'

export type Settings = TenantSettingsView & { storageUsedBytes: number; activeProcedures: number }

/** Everything that can be set for the tenant, and how much of its quotas is used. */
export async function getSettings(ctx: Ctx, tenantSlug: string): Promise<Settings> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayChangeSettings(staff))
  const { tenantId } = staff
  return ctx.staff(tenantId, async (tx) => {
    const [[settings], [storage], [procedures]] = await Promise.all([
      tx.read(settingsOfTenant, tenantId),
      tx.read(storageUsed, tenantId),
      tx.read(activeProcedures, tenantId, ctx.clock()),
    ])
    return { ...found(settings), storageUsedBytes: storage!.bytes, activeProcedures: procedures!.n }
  })
}
