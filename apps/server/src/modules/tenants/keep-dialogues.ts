import type { Database } from '../../platform/database/database.ts'

/**
 * Sets for how long the files of a tenant's dialogues are kept after their last day.
 *
 * @param years 1 to 100; null: until somebody says.
 * @returns whether there is such a tenant.
 */
export async function keepDialogues(
  database: Database,
  slug: string,
  years: number | null,
): Promise<boolean> {
  const rows = await database.transaction('system', {}, (tx) =>
    tx.query('update tenant set dialogue_kept_years = $2 where slug = $1 returning id', [slug, years]),
  )
  return rows.length === 1
}
