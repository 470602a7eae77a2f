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

const CHANGE_COLUMNS = ['old', 'new'] as const
type ChangeColumn = (typeof CHANGE_COLUMNS)[number]

const aboutChange = (column: ChangeColumn, id: Id) => `resident_address_change.${column}_sealed ${id}`

/** The old and the new address of a change, each bound to its column. */
export async function sealChange(vault: Vault, tenantId: Id, id: Id, old: string, fresh: string) {
  const seal = await sealOf(vault, tenantId)
  return [seal.seal(aboutChange('old', id), old), seal.seal(aboutChange('new', id), fresh)] as const
}

/** @throws Error for a sealed value that is not of this change, or whose key is gone. */
export async function openChange(
  vault: Vault,
  tenantId: Id,
  column: ChangeColumn,
  id: Id,
  sealed: Buffer,
): Promise<string> {
  const seal = await sealOf(vault, tenantId, [sealed])
  return seal.unseal(aboutChange(column, id), sealed, aboutChange(column, id))
}

const changes: SealedTable = {
  async otherwise(tx, tenantId, head, after, page) {
    const rows = await tx.query<{ id: Id; old: Buffer; fresh: Buffer }>(
      `select id, old_sealed as old, new_sealed as fresh
       from resident_address_change_sealed_otherwise($1, $2, $3, $4)`,
      [tenantId, head, after, page],
    )
    return rows.map(({ id, old, fresh }) => ({ id, sealed: [old, fresh] }))
  },
  about: (id, column) => [aboutChange(CHANGE_COLUMNS[column]!, id), aboutChange(CHANGE_COLUMNS[column]!, id)],
  async replace(tx, tenantId, rows) {
    const [row] = await tx.query<{ n: number }>(
      'select reseal_resident_address_change($1, $2, $3, $4) as n',
      [
        tenantId,
        rows.map(({ id }) => id),
        rows.map(({ sealed }) => sealed[0]),
        rows.map(({ sealed }) => sealed[1]),
      ],
    )
    return row!.n
  },
}

/** How residents' addresses are sealed anew when keys change. */
export const SEALED_ADDRESSES: SealedTable[] = [
  addressesOf('resident_account'),
  addressesOf('resident_link'),
  changes,
]
