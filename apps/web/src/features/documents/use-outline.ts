import { shallowRef, watch } from 'vue'
import type { OpenPdf } from './use-pdf.ts'

export type Chapter = { title: string; page: number; depth: number }
type Entry = Awaited<ReturnType<OpenPdf['file']['getOutline']>>[number]

/** Enough to find one's way; a file with a thousand bookmarks is no table of contents. */
const CHAPTERS = 120
const DEPTH = 2

async function pageOf({ file }: OpenPdf, dest: Entry['dest']): Promise<number | null> {
  const target = typeof dest === 'string' ? await file.getDestination(dest) : dest
  const place: unknown = target?.[0]
  if (typeof place === 'number') return place + 1
  if (typeof place !== 'object' || place === null) return null
  return (await file.getPageIndex(place as Parameters<typeof file.getPageIndex>[0])) + 1
}

async function chaptersOf(pdf: OpenPdf, entries: Entry[], depth: number, into: Chapter[]) {
  for (const entry of entries) {
    if (into.length >= CHAPTERS) return
    const page = await pageOf(pdf, entry.dest).catch(() => null)
    if (page && entry.title.trim()) into.push({ title: entry.title.trim(), page, depth })
    if (depth + 1 < DEPTH) await chaptersOf(pdf, entry.items as Entry[], depth + 1, into)
  }
}

/** The file's own table of contents, where it has one. */
export function useOutline(pdf: () => OpenPdf | null) {
  const chapters = shallowRef<Chapter[]>([])
  watch(
    pdf,
    async (open) => {
      chapters.value = []
      if (!open) return
      const found: Chapter[] = []
      const outline = await open.file.getOutline().catch((): Entry[] => [])
      if (outline?.length) await chaptersOf(open, outline, 0, found)
      if (pdf() === open) chapters.value = found
    },
    { immediate: true },
  )
  return chapters
}
