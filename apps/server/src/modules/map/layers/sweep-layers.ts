import type { Database } from '../../../platform/database/database.ts'
import type { LayerCache } from './layer-cache.ts'

/** Forgets what was fetched for layers that are no more, or are asked otherwise now. Run every hour or so. */
export async function sweepLayers(
  database: Database,
  cache: LayerCache,
): Promise<{ layers: number; contents: number }> {
  const rows = await database.transaction('system', {}, (tx) =>
    tx.query<{ name: string }>(`select tenant_id || '/' || id || '.' || version as name from map_layer`),
  )
  const there = new Set(rows.map(({ name }) => name))
  return cache.sweep(({ tenantId, id, version }) => there.has(`${tenantId}/${id}.${version}`))
}
