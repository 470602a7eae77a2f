import { expect, it, vi } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeTenant, NOW } from '../../../test/world.ts'
import { recordEvent, relayEvents, type Relayed } from './event.ts'

const test = useDatabase()

async function relayed(consumer: string): Promise<string[]> {
  const types: string[] = []
  await relayEvents(
    test.database,
    consumer,
    async (events: Relayed[]) => void types.push(...events.map((event) => event.type)),
  )
  return types
}

/**
 * The next `count` events. While somebody writes in another database of the same server, as other test files do,
 * even what is committed is held back; it comes as soon as they have ended.
 */
async function comingIn(consumer: string, count: number): Promise<string[]> {
  const types: string[] = []
  await vi.waitFor(
    async () => {
      types.push(...(await relayed(consumer)))
      if (types.length < count) throw new Error(`Only ${types.length} of ${count} events came in.`)
    },
    { timeout: 100_000 },
  )
  return types
}

it('misses no event that commits late, and hands none over twice', async () => {
  const tenant = await makeTenant(test.database)
  const record = (type: string) =>
    test.database.transaction('staff', { tenantId: tenant.id }, (tx) =>
      recordEvent(tx, { tenantId: tenant.id, type, subjectIds: [newId()], actorKind: 'system', at: NOW }),
    )
  let commit = () => {}
  const gate = new Promise<void>((done) => (commit = done))
  let begun = () => {}
  const hasBegun = new Promise<void>((done) => (begun = done))
  // Takes its transaction number first and commits last.
  const slow = test.database.transaction('staff', { tenantId: tenant.id }, async (tx) => {
    await recordEvent(tx, {
      tenantId: tenant.id,
      type: 'Slow',
      subjectIds: [newId()],
      actorKind: 'system',
      at: NOW,
    })
    begun()
    await gate
  })
  await hasBegun
  await record('Quick')
  expect(await relayed('a')).toEqual([])
  commit()
  await slow
  expect(await comingIn('a', 2)).toEqual(['Slow', 'Quick'])
  expect(await relayed('a')).toEqual([])
  await record('Next')
  expect(await comingIn('a', 1)).toEqual(['Next'])
  expect(await comingIn('b', 3)).toEqual(['Slow', 'Quick', 'Next'])
})

it('keeps its place when its handler fails', async () => {
  expect(await comingIn('c', 3)).toHaveLength(3)
  const tenant = await makeTenant(test.database)
  await test.database.transaction('staff', { tenantId: tenant.id }, (tx) =>
    recordEvent(tx, { tenantId: tenant.id, type: 'Retry', subjectIds: [], actorKind: 'system', at: NOW }),
  )
  await vi.waitFor(
    () =>
      expect(relayEvents(test.database, 'c', () => Promise.reject(new Error('away')))).rejects.toThrow(
        'away',
      ),
    { timeout: 100_000 },
  )
  expect(await comingIn('c', 1)).toEqual(['Retry'])
})
