import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { sealOf, type SealedTable, type TenantSeal, type Vault } from '../../platform/tenant-keys/index.ts'
import { tidyTitle } from './contribution.rules.ts'

export type Person = { name?: string | null; email?: string | null }
export type Author = { name: string | null; email: string | null }
export type SealedAuthor = { id: Id; nameSealed: Buffer | null; emailSealed: Buffer | null }

/** Who reads authors, what for, and where. */
export type Reading = {
  tenantId: Id
  readerId: Id
  at: Date
  /** For a review only those names are read that shall be published with the text. */
  purpose: 'Review' | 'Export' | 'Answer'
  /** What it happened for, where there is a name for it: the export. */
  occasion?: Id
}

const COLUMNS = ['name', 'email'] as const
const about = (id: Id, column: (typeof COLUMNS)[number]) =>
  [`contribution_person.${column}_sealed ${id}`, `${id} ${column}`] as const

/** Who wrote it, encrypted with the tenant's key and bound to this contribution. */
export function sealPerson(seal: TenantSeal, contributionId: Id, person: Person | null | undefined) {
  const sealed = (column: (typeof COLUMNS)[number]) => {
    const value = person?.[column]
    return value?.trim() ? seal.seal(about(contributionId, column)[0], tidyTitle(value)) : null
  }
  return { nameSealed: sealed('name'), emailSealed: sealed('email') }
}

/**
 * Asks for the authors of contributions, still sealed. The only way for staff: the database gives them out through
 * one function, and in the same transaction it writes down who read whose.
 */
export const askForAuthors = (
  tx: Tx,
  { tenantId, readerId, at, purpose, occasion }: Reading,
  ids: Id[],
): Promise<SealedAuthor[]> =>
  tx.query<SealedAuthor>(
    {
      name: 'read-authors',
      text: `select contribution_id as id, name_sealed as "nameSealed", email_sealed as "emailSealed"
             from read_authors($1, $2, $3, $4, $5, $6, $7)`,
    },
    [tenantId, purpose, occasion ? [occasion] : [], ids, newId(), readerId, at],
  )

/**
 * Opens what was asked for, by contribution.
 *
 * @throws Error for a sealed value that is not this contribution's.
 */
export async function openAuthors(
  vault: Vault,
  tenantId: Id,
  rows: SealedAuthor[],
): Promise<Map<Id, Author>> {
  if (!rows.length) return new Map()
  const seal = await sealOf(
    vault,
    tenantId,
    rows.flatMap(({ nameSealed, emailSealed }) => [nameSealed, emailSealed]),
  )
  const open = (sealed: Buffer | null, id: Id, column: (typeof COLUMNS)[number]) =>
    sealed && seal.unseal(about(id, column)[0], sealed, about(id, column)[1])
  return new Map(
    rows.map(({ id, nameSealed, emailSealed }) => [
      id,
      { name: open(nameSealed, id, 'name'), email: open(emailSealed, id, 'email') },
    ]),
  )
}

/** Reads and opens in one go, inside the transaction that needs it. */
export async function readAuthors(
  vault: Vault,
  tx: Tx,
  reading: Reading,
  ids: Id[],
): Promise<Map<Id, Author>> {
  return ids.length ? openAuthors(vault, reading.tenantId, await askForAuthors(tx, reading, ids)) : new Map()
}

/** How authors are sealed anew when keys change; sealed they come in, sealed they go out. */
export const SEALED_AUTHORS: SealedTable = {
  async otherwise(tx, tenantId, head, after, page) {
    const rows = await tx.query<SealedAuthor>(
      `select contribution_id as id, name_sealed as "nameSealed", email_sealed as "emailSealed"
       from authors_sealed_otherwise($1, $2, $3, $4)`,
      [tenantId, head, after, page],
    )
    return rows.map(({ id, nameSealed, emailSealed }) => ({ id, sealed: [nameSealed, emailSealed] }))
  },
  about: (id, column) => [...about(id, COLUMNS[column]!)],
  async replace(tx, tenantId, rows) {
    const [row] = await tx.query<{ n: number }>('select reseal_authors($1, $2, $3, $4) as n', [
      tenantId,
      rows.map(({ id }) => id),
      rows.map(({ sealed }) => sealed[0]),
      rows.map(({ sealed }) => sealed[1]),
    ])
    return row!.n
  },
}
