import type { Id, Visibility } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { sealOf, type Vault } from '../../platform/tenant-keys/index.ts'
import { toWkb } from '../../platform/wkb.ts'
import { sealPerson, type Person } from './authors.ts'
import { ContributionPersonRow } from './contribution.entity.ts'
import type { Place } from './place.rules.ts'

/** A place as the columns of a contribution. */
export const placeColumns = (place: Place) => ({
  placeKind: place.kind,
  placeLabel: place.label,
  planPartId: place.planPartId,
  geometry: place.geometry && toWkb(place.geometry),
  lon: place.lon,
  lat: place.lat,
  west: place.bounds?.[0] ?? null,
  south: place.bounds?.[1] ?? null,
  east: place.bounds?.[2] ?? null,
  north: place.bounds?.[3] ?? null,
})

/** Keeps who wrote what apart from what was written, of many in one statement. */
export async function keepPersons(
  vault: Vault,
  tx: Tx,
  tenantId: Id,
  authors: { contributionId: Id; person: Person | null | undefined }[],
): Promise<void> {
  const seal = await sealOf(vault, tenantId)
  const rows = authors
    .map(({ contributionId, person }) => ({
      tenantId,
      contributionId,
      ...sealPerson(seal, contributionId, person),
    }))
    .filter(({ nameSealed, emailSealed }) => nameSealed || emailSealed)
  if (rows.length) await tx.insert(ContributionPersonRow, rows)
}

/** Opens the case of what staff took in: counted, queued for review, or published at once, as the procedure says. */
export async function settle(
  tx: Tx,
  tenantId: Id,
  contributionId: Id,
  authorName: string | null,
): Promise<Visibility> {
  const [row] = await tx.query<{ visibility: Visibility }>(
    { name: 'settle-contribution', text: 'select settle_contribution($1, $2, $3) as visibility' },
    [tenantId, contributionId, authorName],
  )
  return row!.visibility
}
