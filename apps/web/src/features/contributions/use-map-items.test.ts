import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { itemsOf, useMapItems } from './use-map-items.ts'

const VIEW = { bbox: [12.8, 50.8, 12.9, 50.9] as [number, number, number, number], zoom: 15 }
const asked = (search: string) => {
  const fetched = vi.fn((_address: string) =>
    Promise.resolve(
      new Response(
        JSON.stringify({ cells: [], points: [[12.85, 50.85, 'a', -1, 'Linde']], categories: [], more: true }),
      ),
    ),
  )
  vi.stubGlobal('fetch', fetched)
  let found!: ReturnType<typeof useMapItems>
  mount({
    setup() {
      found = useMapItems(() => ({ procedureId: 'p1', categoryIds: ['c1', 'c2'], search, view: VIEW }))
      return () => h('i')
    },
  })
  return { found, address: () => new URL(fetched.mock.calls[0]![0], 'http://here') }
}
afterEach(() => vi.unstubAllGlobals())

describe('what the map shows', () => {
  it('is asked for by the filter and the search of the list', async () => {
    const { found, address } = asked('Linden & Bäume')
    await flushPromises()
    expect(address().pathname).toBe('/map/p1/cells')
    expect(Object.fromEntries(address().searchParams)).toEqual({
      bbox: '12.80000,50.80000,12.90000,50.90000',
      z: '15',
      categories: 'c1,c2',
      search: 'Linden & Bäume',
    })
    expect(found.items.value).toHaveLength(1)
    expect(found.cut.value).toBe(true)
  })
  it('asks for no search where there is none', async () => {
    const { address } = asked('')
    await flushPromises()
    expect(address().searchParams.has('search')).toBe(false)
  })
  it('knows a contribution without a topic', () => {
    const answer = { cells: [], categories: ['c1'], more: false }
    const categoryOf = (index: number) =>
      itemsOf({ ...answer, points: [[12.85, 50.85, 'a', index, 'Linde']] }).map(
        (item) => item.kind === 'point' && item.categoryId,
      )
    expect([categoryOf(0), categoryOf(-1)]).toEqual([['c1'], [null]])
  })
})
