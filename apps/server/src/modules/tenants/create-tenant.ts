import { newId, type Id, type LocalizedText } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { TenantRow } from './tenant.entity.ts'

export type NewTenant = {
  slug: string
  name: LocalizedText
  /** Two to four capital letters: the number of every receipt begins with them. */
  receiptPrefix: string
  contactEmail: string
  contactPhone: string
  contactAddress: string
  mapLon: number
  mapLat: number
}

/** Shows a town with its surroundings; its administrators choose their own view later. */
const ZOOM = 13

/**
 * Makes a tenant that nobody works for yet. Everything else its administrators set themselves.
 *
 * @returns its id, or null when the short name is taken.
 * @throws what the database throws where a value cannot be so.
 */
export async function createTenant(database: Database, clock: Clock, tenant: NewTenant): Promise<Id | null> {
  const now = clock()
  const id = newId(now.getTime())
  return database.transaction('system', { tenantId: id }, async (tx) => {
    const made = await tx.insertNew(TenantRow, {
      id,
      ...tenant,
      mapZoom: ZOOM,
      sample: false,
      createdAt: now,
    })
    if (!made) return null
    await recordEvent(tx, {
      tenantId: id,
      type: 'TenantCreated',
      subjectIds: [id],
      actorKind: 'system',
      at: now,
    })
    return id
  })
}
