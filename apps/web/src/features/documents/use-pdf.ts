import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Piece } from './page-text.ts'

/** A large file comes in pieces of this size, and only those that a shown page needs. */
const PIECE_BYTES = 2 ** 16

const library = () => import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfLibrary = Awaited<ReturnType<typeof library>>
export type OpenPdf = {
  pdfjs: PdfLibrary
  file: PDFDocumentProxy
  /** Of the first page; the others are taken to be alike until they are seen. */
  widthPt: number
  heightPt: number
  lang: string
}

/** What the file says of its language; else that of the authority. */
async function languageOf(file: PDFDocumentProxy) {
  const { info } = await file.getMetadata()
  const { Language: said } = info as { Language?: unknown }
  return typeof said === 'string' && /^[a-z]{2,3}(-[\w-]+)?$/i.test(said) ? said : 'de'
}

/** Opens a file of ours in the browser, without fetching more of it than what is looked at. */
export function usePdf(url: () => string | null) {
  const pdf = shallowRef<OpenPdf | null>(null)
  const failed = ref(false)
  let task: PDFDocumentLoadingTask | null = null
  let run = 0

  async function open() {
    const mine = ++run
    const address = url()
    void task?.destroy()
    task = null
    pdf.value = null
    failed.value = false
    if (!address) return
    try {
      const pdfjs = await library()
      if (mine !== run) return
      pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
      task = pdfjs.getDocument({
        url: address,
        rangeChunkSize: PIECE_BYTES,
        disableAutoFetch: true,
        disableStream: true,
        // Our content policy allows neither; both have a slower way round.
        isEvalSupported: false,
        useWasm: false,
        wasmUrl: `/assets/pdf-${pdfjs.version}/`,
        enableXfa: false,
        verbosity: pdfjs.VerbosityLevel.ERRORS,
      })
      const file = await task.promise
      const first = (await file.getPage(1)).getViewport({ scale: 1 })
      const lang = await languageOf(file).catch(() => 'de')
      if (mine === run) pdf.value = { pdfjs, file, widthPt: first.width, heightPt: first.height, lang }
    } catch {
      if (mine === run) failed.value = true
    }
  }
  watch(url, open, { immediate: true })
  onBeforeUnmount(() => {
    run += 1
    void task?.destroy()
  })
  return { pdf, failed, again: open }
}

type TextContent = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>
const contents = new WeakMap<PDFDocumentProxy, Map<number, Promise<TextContent>>>()

/** The text of a page, read once for the eye's layer and for the search: they must agree on its pieces. */
export function textContentOf(file: PDFDocumentProxy, page: number): Promise<TextContent> {
  const known = contents.get(file) ?? new Map<number, Promise<TextContent>>()
  contents.set(file, known)
  let content = known.get(page)
  if (!content) {
    content = file.getPage(page).then((each) => each.getTextContent({ includeMarkedContent: true }))
    known.set(page, content)
    content.catch(() => known.delete(page))
  }
  return content
}

export const piecesOf = (content: TextContent): Piece[] =>
  content.items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []))
