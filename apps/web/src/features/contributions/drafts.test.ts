import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Draft } from './draft.ts'
import { useDrafts } from './drafts.ts'

const device = new Map<string, unknown>()
let broken = false
vi.mock('idb-keyval', () => ({
  get: (key: string) =>
    broken ? Promise.reject(new Error('denied')) : Promise.resolve(structuredClone(device.get(key))),
  // A clone, as the real database makes one: it refuses what cannot be stored.
  set: (key: string, value: unknown) =>
    broken
      ? Promise.reject(new Error('denied'))
      : Promise.resolve(void device.set(key, structuredClone(value))),
  del: (key: string) => Promise.resolve(void device.delete(key)),
}))

const open = async () => {
  setActivePinia(createPinia())
  const drafts = useDrafts()
  await drafts.open('procedure', 'round')
  return drafts
}
beforeEach(() => {
  device.clear()
  broken = false
  vi.useFakeTimers()
})

describe('the draft on this device', () => {
  it('is saved shortly after the typing pauses, with its moment', async () => {
    const drafts = await open()
    drafts.draft!.text = 'Die Linden'
    await nextTick()
    await vi.advanceTimersByTimeAsync(300)
    expect(device.get('draft:procedure')).toMatchObject({ text: 'Die Linden', savedAt: expect.any(String) })
  })

  it('is there again after a reload, under the same key', async () => {
    const before = await open()
    before.draft!.text = 'Die Linden'
    await before.save()
    const key = before.draft!.idempotencyKey
    const after = await open()
    expect(after.draft).toMatchObject({ text: 'Die Linden', idempotencyKey: key })
  })

  it('is saved at once when the page is left', async () => {
    const drafts = await open()
    drafts.draft!.text = 'Die Linden'
    await nextTick()
    window.dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(0)
    expect(device.get('draft:procedure')).toMatchObject({ text: 'Die Linden' })
  })

  it('takes up what was sent and not confirmed, word for word', async () => {
    const before = await open()
    before.draft!.text = 'Die Linden'
    before.draft!.pending = { text: 'Die Linden' } as Draft['pending']
    await before.save()
    expect((await open()).draft!.pending).toEqual({ text: 'Die Linden' })
  })

  it('leaves nothing behind when it is deleted', async () => {
    const drafts = await open()
    drafts.draft!.text = 'Die Linden'
    await drafts.save()
    await drafts.remove()
    await vi.advanceTimersByTimeAsync(1000)
    expect(device.size).toBe(0)
    expect(drafts.draft).toBeNull()
  })

  it('is not stored while nobody has written anything', async () => {
    const drafts = await open()
    await drafts.save()
    expect(device.size).toBe(0)
  })

  it('says so when the device keeps nothing, and goes on', async () => {
    broken = true
    const drafts = await open()
    drafts.draft!.text = 'Die Linden'
    await drafts.save()
    expect(drafts.keeps).toBe(false)
    expect(drafts.draft!.text).toBe('Die Linden')
  })
})
