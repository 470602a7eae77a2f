import type { Box } from './projection.ts'

/**
 * Numbered boxes in squares of equal size, asked by box.
 *
 * Why not a tree: everything here is about equally small and evenly spread, filled once, and asked for
 * squares of similar size; squares answer that in one look and in the order of the numbers.
 */
export class Grid {
  readonly #cells = new Map<number, number[]>()
  readonly #size: number
  #seen = new Uint32Array(1024)
  #turn = 0

  /** @param size side of a square, in the unit of the boxes. */
  constructor(size: number) {
    this.#size = size
  }

  add(id: number, box: Box): void {
    this.#each(box, (key) => {
      const ids = this.#cells.get(key)
      if (ids) ids.push(id)
      else this.#cells.set(key, [id])
    })
    if (id >= this.#seen.length) {
      const wider = new Uint32Array(Math.max(id + 1, this.#seen.length * 2))
      wider.set(this.#seen)
      this.#seen = wider
    }
  }

  /** Numbers whose squares meet the box, each once; callers still compare exactly. */
  find(box: Box): number[] {
    const found: number[] = []
    this.#turn += 1
    this.#each(box, (key) => {
      for (const id of this.#cells.get(key) ?? []) {
        if (this.#seen[id] === this.#turn) continue
        this.#seen[id] = this.#turn
        found.push(id)
      }
    })
    return found
  }

  #each(box: Box, visit: (key: number) => void): void {
    const x2 = Math.floor(box.maxX / this.#size)
    const y2 = Math.floor(box.maxY / this.#size)
    for (let y = Math.floor(box.minY / this.#size); y <= y2; y++)
      for (let x = Math.floor(box.minX / this.#size); x <= x2; x++) visit(y * 16_777_216 + x)
  }
}
