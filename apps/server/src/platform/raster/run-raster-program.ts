import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inLine, runApart, type ApartLimits } from '../files/index.ts'

export const RASTER_FORMATS = ['pdf', 'png', 'jpeg', 'webp', 'tiff'] as const
export type RasterFormat = (typeof RASTER_FORMATS)[number]

/** Why a picture cannot be shown; `facts` fill the sentence that its sender reads. */
export type RasterRefusal = {
  code:
    'PictureDamaged' | 'PictureTooLarge' | 'PictureTooComplex' | 'PdfDamaged' | 'PdfTooComplex' | 'NoSuchPage'
  facts: { name: string; value: string }[]
}
export const isRasterRefusal = (answer: object): answer is RasterRefusal => 'code' in answer

export type RasterTask = {
  work: 'look' | 'build'
  file: string
  format: RasterFormat
  page?: number
  folder?: string
}

/** Sheets of A0 at 300 dpi have 140 million; a scanner of 400 dpi makes 250 of them. */
export const PIXELS_MOST = 400_000_000
/** Long edge of what is kept: A0 at 1:1000 has ten centimetres a pixel then. */
export const EDGE_MOST_PX = 12_000

/** A crowded sheet of A0 takes half a minute where nothing else runs; a busy server may need several times that. */
const BUILD: ApartLimits = { timeMs: 180_000, memoryBytes: 1536 * 1024 * 1024, answerBytes: 100_000 }
const LOOK: ApartLimits = { timeMs: 20_000, memoryBytes: 512 * 1024 * 1024, answerBytes: 100_000 }

/** From source it lies here; in the bundle beside the server, whose parts may lie a folder deeper. */
const program = () =>
  ['./raster-program.mjs', '../raster-program.mjs']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((file) => existsSync(file))!

/** Cutting may take both cores and a minute; who only looks does not wait behind it. */
const nextInLine = { look: inLine(1), build: inLine(1) }

/** Looks into a picture, or cuts it into tiles, in a process of its own with limits of time and memory. */
export function runRasterProgram<Answer extends object>(
  task: RasterTask,
  limits: ApartLimits = task.work === 'look' ? LOOK : BUILD,
): Promise<Answer | RasterRefusal> {
  return nextInLine[task.work](async () => {
    const said = await runApart(
      'import(process.argv[1])',
      [
        pathToFileURL(program()).href,
        JSON.stringify({ ...task, pixelsMost: PIXELS_MOST, edgeMostPx: EDGE_MOST_PX }),
      ],
      limits,
    )
    if (!said) return { code: task.format === 'pdf' ? 'PdfTooComplex' : 'PictureTooComplex', facts: [] }
    const text = said.toString('utf8')
    const answer = JSON.parse(text.slice(text.lastIndexOf('\n') + 1)) as Answer | { refused: RasterRefusal }
    return 'refused' in answer ? answer.refused : answer
  })
}
