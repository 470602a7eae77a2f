import type { Id } from '@mitsprache/terms'
import { sealOf, type SealedTable, type Vault } from '../../../platform/tenant-keys/index.ts'
import { aboutAccountEmail, aboutLinkEmail } from './resident.rules.ts'

/** Tables of this room that hold an address, and how a value was called when the installation's key sealed it. */
const BEFORE = { resident_account: aboutAccountEmail, resident_link: aboutLinkEmail }
type Place = keyof typeof BEFORE

const about = (place: Place, id: Id) => `${place}.email_sealed ${id}`

/** A resident's address, encrypted with the tenant's key and bound to this account or link. */
export async function sealAddress(vault: Vault, tenantId: Id, place: Place, id: Id, email: string) {
  return (await sealOf(vault, tenantId)).seal(about(place, id), email)
}

/** @throws Error for a sealed value that is not of this account or link, or whose key is gone. */
export async function openAddress(vault: Vault, tenantId: Id, place: Place, id: Id, sealed: Buffer) {
  const seal = await sealOf(vault, tenantId, [sealed])
  return seal.unseal(about(place, id), sealed, BEFORE[place](id))
}

const addressesOf = (place: Place): SealedTable => ({
  async otherwise(tx, tenantId, head, after, page) {
    const rows = await tx.query<{ id: Id; sealed: Buffer }>(
      `select id, email_sealed as sealed from ${place}_sealed_otherwise($1, $2, $3, $4)`,
      [tenantId, head, after, page],
    )
    return rows.map(({ id, sealed }) => ({ id, sealed: [sealed] }))
  },
  about: (id) => [about(place, id), BEFORE[place](id)],
  async replace(tx, tenantId, rows) {
    const [row] = await tx.query<{ n: number }>(`select reseal_${place}($1, $2, $3) as n`, [
      tenantId,
      rows.map(({ id }) => id),
      rows.map(({ sealed }) => sealed[0]),
    ])
    return row!.n
  },
})

/** How residents' addresses are sealed anew when keys change. */
export const SEALED_ADDRESSES: SealedTable[] = [addressesOf('resident_account'), addressesOf('resident_link')]
