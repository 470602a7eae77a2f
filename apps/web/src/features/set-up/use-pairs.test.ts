import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { DrawingFactsFragment } from '../../gql/graphql.ts'
import { usePairs, type SentPoint } from './use-pairs.ts'

type Points = { x: number; y: number; lon: number; lat: number }[]
const drawingWith = (points: Points) => ({ points }) as unknown as DrawingFactsFragment

function open(points: Points = [], answers: boolean[] = []) {
  const drawing = ref<DrawingFactsFragment | null>(drawingWith(points))
  const sent: SentPoint[][] = []
  const pairs = effectScope().run(() =>
    usePairs(drawing, async (all) => {
      sent.push(all)
      return answers.shift() ?? true
    }),
  )!
  return { drawing, sent, ...pairs }
}
const FIRST = { x: 10, y: 20, lon: 12.9, lat: 50.8 }

describe('pairs of points', () => {
  it('begin on paper, go on the ground, and are sent once they are whole', () => {
    const { set, wanted, current, sent } = open()
    expect([wanted.value, current.value]).toEqual(['paper', 0])
    set('paper', [10, 20])
    expect([wanted.value, current.value, sent.length]).toEqual(['ground', 0, 0])
    set('ground', [12.9, 50.8])
    expect([wanted.value, current.value]).toEqual(['paper', 1])
    expect(sent).toEqual([[FIRST]])
  })

  it('may begin on the ground as well', () => {
    const { set, wanted, sent } = open()
    set('ground', [12.9, 50.8])
    expect(wanted.value).toBe('paper')
    set('paper', [10, 20])
    expect(sent).toEqual([[FIRST]])
  })

  it('are moved by the half that is set anew, and by no more', () => {
    const { set, chosen, sent, pairs } = open([FIRST, { ...FIRST, x: 99 }])
    chosen.value = 0
    set('ground', [13, 51])
    expect(sent.at(-1)?.[0]).toEqual({ x: 10, y: 20, lon: 13, lat: 51 })
    expect([chosen.value, pairs.value.length]).toEqual([null, 2])
  })

  it('can be taken back step by step', () => {
    const { set, remove, undo, canUndo, pairs, sent } = open([FIRST])
    set('paper', [1, 2])
    remove(0)
    undo()
    undo()
    expect(canUndo.value).toBe(false)
    expect(pairs.value).toEqual([{ paper: [10, 20], ground: [12.9, 50.8] }])
    expect(sent.at(-1)).toEqual([FIRST])
  })

  it('keep a half that waits while the server answers about the others', async () => {
    const { set, drawing, pairs } = open()
    set('paper', [10, 20])
    set('ground', [12.9, 50.8])
    set('paper', [30, 40])
    drawing.value = drawingWith([FIRST])
    await nextTick()
    expect(pairs.value).toHaveLength(2)
  })

  it('stay as they were set when they could not be saved, and say so', async () => {
    const { set, drawing, pairs, unsaved, save } = open([], [false])
    set('paper', [10, 20])
    set('ground', [12.9, 50.8])
    await nextTick()
    await nextTick()
    expect(unsaved.value).toBe(true)
    drawing.value = drawingWith([])
    await nextTick()
    expect(pairs.value).toHaveLength(1)
    await save()
    expect(unsaved.value).toBe(false)
  })
})
