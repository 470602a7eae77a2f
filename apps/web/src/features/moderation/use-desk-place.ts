import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { SHELVES, type Shelf } from './queue-state.ts'

/** Which shelf, which procedure and which contribution one looks at: all of it in the address. */
export function useDeskPlace() {
  const route = useRoute()
  const router = useRouter()
  const text = (key: string) => (typeof route.query[key] === 'string' ? route.query[key] : null)
  const change = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })

  return {
    shelf: computed<Shelf>({
      get: () => SHELVES.find((each) => each === text('visibility')) ?? 'inReview',
      set: (shelf) => change({ visibility: shelf === 'inReview' ? undefined : shelf, item: undefined }),
    }),
    procedure: computed<string | null>({
      get: () => text('procedure'),
      set: (id) => change({ procedure: id ?? undefined, item: undefined }),
    }),
    chosen: computed<string | null>({
      get: () => text('item'),
      set: (id) => change({ item: id ?? undefined }),
    }),
  }
}
