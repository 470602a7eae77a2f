import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { NOW } from '../../../test/world.ts'
import { createTenant, tenantBySlug } from './index.ts'

const test = useDatabase()
const clock = () => NOW
const NEW = {
  slug: 'neustadt',
  name: { de: 'Stadt Neustadt', en: 'Town of Neustadt' },
  receiptPrefix: 'NST',
  contactEmail: 'amt@neustadt.example',
  contactPhone: '0371 1',
  contactAddress: 'Markt 1, 09990 Neustadt',
  mapLon: 12.9,
  mapLat: 50.8,
}

it('makes a tenant that is open, real, and nobody’s yet', async () => {
  const id = await createTenant(test.database, clock, NEW)
  const [tenant] = await test.database.read(tenantBySlug, 'neustadt')
  expect(tenant).toMatchObject({
    ...NEW,
    id,
    sample: false,
    suspendedAt: null,
    languages: ['de', 'en', 'hsb'],
  })
  const { rows } = await test.owner.query(
    `select type, actor_kind, (select count(*) from membership where tenant_id = $1) as members from event where tenant_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ type: 'TenantCreated', actor_kind: 'system', members: 0 }])
})

it('leaves who has the short name already as they are', async () => {
  expect(await createTenant(test.database, clock, { ...NEW, name: { de: 'Andere' } })).toBeNull()
  const [tenant] = await test.database.read(tenantBySlug, 'neustadt')
  expect(tenant!.name.de).toBe('Stadt Neustadt')
})
