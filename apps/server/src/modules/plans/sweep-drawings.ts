import type { Database } from '../../platform/database/database.ts'
import type { RasterShelf } from '../../platform/raster/index.ts'

/** Forgets the tiles of pictures whose file is no longer kept. Run every hour or so. */
export const sweepDrawings = (database: Database, rasters: RasterShelf): Promise<number> =>
  rasters.sweep(async (sha256) => {
    const rows = await database.transaction('system', {}, (tx) =>
      tx.query('select from file where sha256 = $1 limit 1', [sha256]),
    )
    return rows.length > 0
  })
