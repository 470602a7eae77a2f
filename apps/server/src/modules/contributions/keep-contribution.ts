import type { Id, Visibility } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { seal } from '../../platform/seal.ts'
import { toWkb } from '../../platform/wkb.ts'
import { ContributionPersonRow } from './contribution.entity.ts'
import { tidyTitle } from './contribution.rules.ts'
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

/** Keeps who wrote it apart from what was written, encrypted and bound to this contribution. */
export async function keepPerson(
  personKey: string,
  tx: Tx,
  tenantId: Id,
  contributionId: Id,
  person: { name?: string | null; email?: string | null } | null | undefined,
): Promise<void> {
  const sealed = (value: string | null | undefined, field: string) =>
    value?.trim() ? seal(personKey, `${contributionId} ${field}`, tidyTitle(value)) : null
  const nameSealed = sealed(person?.name, 'name')
  const emailSealed = sealed(person?.email, 'email')
  if (nameSealed || emailSealed)
    await tx.insert(ContributionPersonRow, { tenantId, contributionId, nameSealed, emailSealed })
}

/** Opens its case: counted, queued for review, or published at once, as the procedure says. */
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
