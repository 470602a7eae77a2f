import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { findHits, type Hit } from './page-text.ts'
import { piecesOf, textContentOf, type OpenPdf } from './use-pdf.ts'

export type PageHit = Hit & { page: number }

const PAUSE_MS = 300
const LEAST_LETTERS = 2

/** Searches a document page by page; the hits count up while it reads on. */
export function usePdfSearch(pdf: () => OpenPdf | null) {
  const typed = ref('')
  const searched = ref('')
  const hits = shallowRef<PageHit[]>([])
  const index = ref(-1)
  const readPages = ref(0)
  const searching = ref(false)
  let timer: number | undefined
  let run = 0

  async function search() {
    const mine = ++run
    const open = pdf()
    const words = typed.value.trim()
    hits.value = []
    index.value = -1
    readPages.value = 0
    searched.value = open && words.length >= LEAST_LETTERS ? words : ''
    searching.value = searched.value !== ''
    if (!open || !searched.value) return
    for (let page = 1; page <= open.file.numPages; page++) {
      const content = await textContentOf(open.file, page).catch(() => null)
      if (mine !== run) return
      const found = content ? findHits(piecesOf(content), words) : []
      if (found.length) hits.value = [...hits.value, ...found.map((hit) => ({ ...hit, page }))]
      if (index.value < 0 && hits.value.length) index.value = 0
      readPages.value = page
    }
    searching.value = false
  }
  watch([typed, pdf], () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void search(), PAUSE_MS)
  })
  onBeforeUnmount(() => {
    run += 1
    window.clearTimeout(timer)
  })

  function step(by: number) {
    const count = hits.value.length
    if (count) index.value = (index.value + by + count) % count
  }
  const current = computed(() => hits.value[index.value] ?? null)
  return { typed, searched, hits, index, current, readPages, searching, step }
}
