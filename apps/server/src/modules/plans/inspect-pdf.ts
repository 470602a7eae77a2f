import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { fileTypeFromBuffer } from 'file-type'
import { inLine, runApart, type ApartLimits } from '../../platform/files/index.ts'

export type PdfRefusal = {
  code: 'NotAPdf' | 'PdfEncrypted' | 'PdfDamaged' | 'PdfTooComplex'
  facts: { name: string; value: string }[]
}

export type PdfLimits = Pick<ApartLimits, 'timeMs' | 'memoryBytes'>
const LIMITS: PdfLimits = { timeMs: 30_000, memoryBytes: 768 * 1024 * 1024 }

/**
 * Opens a file as a reader would and counts its pages, before anybody else gets to see it.
 *
 * In a process of its own, with nothing of our environment: a document of 600 kB can be made to unfold until
 * the memory of whoever opens it is gone, and that must not be this server.
 *
 * @returns the pages, or why residents could not read it.
 */
export async function inspectPdf(
  path: string,
  limits: PdfLimits = LIMITS,
): Promise<{ pages: number } | PdfRefusal> {
  const { head, tail } = await endsOf(path)
  if (!head.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    const type = await fileTypeFromBuffer(head)
    return refuse('NotAPdf', { detected: type?.mime ?? 'unknown' })
  }
  // A file cut off on its way has a beginning, but no end.
  if (!tail.includes('%%EOF')) return refuse('PdfDamaged')
  return nextInLine(() => openElsewhere(path, limits))
}

const refuse = (code: PdfRefusal['code'], facts: Record<string, string> = {}): PdfRefusal => ({
  code,
  facts: Object.entries(facts).map(([name, value]) => ({ name, value })),
})

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const part = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await part(0, 4100), tail: await part(Math.max(0, size - 1024), 1024) }
  } finally {
    await handle.close()
  }
}

/** One document at a time: each may take a core and its memory. */
const nextInLine = inLine(1)

/** Reads the file in the parts it needs, runs nothing that is in it and draws nothing. */
const PROGRAM = /* js */ `
const [library, file] = process.argv.slice(1)
const say = (answer) => process.stdout.write('\\n' + JSON.stringify(answer), () => process.exit(0))
import(library).then(async ({ getDocument }) => {
  const pdf = await getDocument({
    url: file, disableAutoFetch: true, disableStream: true, isEvalSupported: false, disableFontFace: true,
    useSystemFonts: false, stopAtErrors: true, verbosity: 0,
  }).promise
  await pdf.getPage(1)
  await pdf.getPage(pdf.numPages)
  say({ pages: pdf.numPages })
}).catch((error) => say({ failed: String(error && error.name) }))
`

const library = pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs')).href

async function openElsewhere(path: string, limits: PdfLimits): Promise<{ pages: number } | PdfRefusal> {
  const said = await runApart(PROGRAM, [library, pathToFileURL(path).href], {
    ...limits,
    answerBytes: 100_000,
  })
  // No answer: it ran out of what it was given.
  if (!said) return refuse('PdfTooComplex')
  const text = said.toString('utf8')
  const answer = JSON.parse(text.slice(text.lastIndexOf('\n') + 1)) as { pages?: number; failed?: string }
  if (answer.pages) return { pages: answer.pages }
  return refuse(answer.failed === 'PasswordException' ? 'PdfEncrypted' : 'PdfDamaged')
}
