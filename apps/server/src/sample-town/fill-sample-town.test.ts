import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { contributions, procedures, stateAuthority } from '@mitsprache/sample-town'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { NOW, SECRETS } from '../../test/world.ts'
import type { FileStore } from '../platform/files/index.ts'
import { fillSampleTown } from './fill-sample-town.ts'

describe('the sample town', () => {
  const test = useDatabase()
  // Keeps nothing: only what the database says of a file is looked at here.
  const store = {
    async put(content: AsyncIterable<Uint8Array>) {
      const bytes = await buffer(content)
      return { sha256: createHash('sha256').update(bytes).digest(), sizeBytes: bytes.length }
    },
  } as FileStore

  it('is filled once, with every contribution where its procedure says', async () => {
    const parts = { database: test.database, secrets: SECRETS, store, clock: () => NOW }
    expect(await fillSampleTown(parts)).toBe(true)
    expect(await fillSampleTown(parts)).toBe(false)

    const { rows } = await test.owner.query<{ slug: string; visibility: string | null; n: number }>(
      `select p.slug, c.visibility, count(c.contribution_id)::integer as n
         from published_procedure p left join contribution_case c on c.tenant_id = p.tenant_id and c.procedure_id = p.id
        group by p.slug, c.visibility`,
    )
    const expected = contributions().reduce(
      (counts, c) => {
        const key = `${procedures.find((each) => each.key === c.procedure)!.slug} ${c.visibility}`
        return counts.set(key, (counts.get(key) ?? 0) + 1)
      },
      new Map<string, number>([
        ['uferpark-brueckenau null', 0],
        [`${stateAuthority.procedure.slug} null`, 0],
      ]),
    )
    expect(new Map(rows.map((row) => [`${row.slug} ${row.visibility}`, row.n]))).toEqual(expected)
  })

  it('shows the public what was decided, and nothing from the future', async () => {
    const { rows } = await test.owner.query<{ published: number; future: number; sealed: number }>(
      `select (select count(*)::integer from published_contribution) as published,
              (select count(*)::integer from contribution where received_at > $1)
              + (select count(*)::integer from visibility_decision where decided_at > $1)
              + (select count(*)::integer from procedure where published_at > $1) as future,
              (select count(*)::integer from contribution_person) as sealed`,
      [NOW],
    )
    expect(rows[0]).toEqual({
      published: contributions().filter((c) => c.visibility === 'published').length,
      future: 0,
      sealed: contributions().filter((c) => c.person).length,
    })
  })
})
