import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { DrawingFactsFragment } from '../../gql/graphql.ts'
import type { Position } from '../../map/index.ts'

/** A spot on the drawing (pixels) and on the ground (lon, lat); one half may still be missing. */
export type Pair = { paper: Position | null; ground: Position | null }
export type Side = 'paper' | 'ground'

export type SentPoint = { x: number; y: number; lon: number; lat: number }

const isWhole = (pair: Pair): pair is { paper: Position; ground: Position } =>
  pair.paper !== null && pair.ground !== null
const pairsOf = (drawing: DrawingFactsFragment): Pair[] =>
  drawing.points.map(({ x, y, lon, lat }) => ({ paper: [x, y], ground: [lon, lat] }))
const same = (one: Pair[], two: Pair[]) => JSON.stringify(one) === JSON.stringify(two)
const STEPS_MOST = 50

/**
 * The pairs of points while they are set, and every step back.
 *
 * Only whole pairs are sent; half a pair waits here until its other half is found.
 *
 * @param send saves the whole pairs, in their order; tells whether they are safe.
 */
export function usePairs(
  drawing: Ref<DrawingFactsFragment | null>,
  send: (points: SentPoint[]) => Promise<boolean>,
) {
  const pairs = shallowRef<Pair[]>([])
  const chosen = ref<number | null>(null)
  const before = shallowRef<Pair[][]>([])
  /** Changes on their way; while there are some, an answer to an older one is no news. */
  const sending = ref(0)
  const unsaved = ref(false)

  watch(
    drawing,
    (now) => {
      if (!now || sending.value > 0 || unsaved.value) return
      const kept = pairsOf(now)
      // What the server kept is what we sent; halves that wait here stay.
      if (!same(kept, pairs.value.filter(isWhole))) pairs.value = kept
    },
    { immediate: true },
  )

  async function save() {
    sending.value += 1
    const points = pairs.value.filter(isWhole).map(({ paper, ground }) => ({
      x: paper[0]!,
      y: paper[1]!,
      lon: ground[0]!,
      lat: ground[1]!,
    }))
    const safe = await send(points)
    sending.value -= 1
    if (sending.value === 0) unsaved.value = !safe
  }
  function take(next: Pair[]) {
    const changed = !same(next.filter(isWhole), pairs.value.filter(isWhole))
    pairs.value = next
    if (changed) void save()
  }
  function change(next: Pair[]) {
    before.value = [...before.value.slice(1 - STEPS_MOST), pairs.value]
    take(next)
  }

  /** The pair that waits for its other half, or the chosen one; else a new one. */
  const current = computed(() => {
    if (chosen.value !== null && chosen.value < pairs.value.length) return chosen.value
    const half = pairs.value.findIndex((pair) => !isWhole(pair))
    return half === -1 ? pairs.value.length : half
  })
  /** Where the next half belongs. */
  const wanted = computed<Side>(() => {
    const pair = pairs.value[current.value]
    return pair?.paper && !pair.ground ? 'ground' : 'paper'
  })

  function set(side: Side, at: Position): number {
    const index = current.value
    const next = [...pairs.value]
    next[index] = { ...(next[index] ?? { paper: null, ground: null }), [side]: at }
    change(next)
    chosen.value = null
    return index
  }

  return {
    pairs,
    chosen,
    current,
    wanted,
    sending,
    unsaved,
    save,
    set,
    /** A pair from typed numbers. */
    put(index: number, pair: Pair) {
      const next = [...pairs.value]
      next[index] = pair
      change(next)
    },
    remove(index: number) {
      chosen.value = null
      change(pairs.value.filter((_, i) => i !== index))
    },
    canUndo: computed(() => before.value.length > 0),
    undo() {
      const last = before.value.at(-1)
      if (!last) return
      before.value = before.value.slice(0, -1)
      chosen.value = null
      take(last)
    },
  }
}
