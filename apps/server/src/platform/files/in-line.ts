/** Lets so many at a time do heavy work; the others wait their turn. */
export function inLine(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (work) => {
    if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy++
    try {
      return await work()
    } finally {
      // The place is handed on, never free in between: whoever comes now stands behind those who wait.
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
