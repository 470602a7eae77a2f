import { isRasterRefusal, lookAtRaster } from '../../platform/raster/index.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { FileRefusal, Inspected } from './upload-kinds.ts'

const PICTURES = ['png', 'jpeg', 'webp', 'tiff'] as const

/**
 * Looks into a plan that comes as a PDF or a picture, by its content alone. It is kept as it came: a GeoTIFF tells
 * where it lies, and a scan is a document as well.
 */
export async function inspectPlanPicture(path: string): Promise<Inspected | FileRefusal> {
  const { kind, detected } = await kindOfFile(path)
  if (kind === 'pdf') {
    const verdict = await inspectPdf(path)
    return 'code' in verdict ? verdict : { mediaType: 'application/pdf', pages: verdict.pages }
  }
  const format = PICTURES.find((each) => each === kind)
  if (!format) return { code: 'NotAPlanPicture', facts: [{ name: 'detected', value: detected }] }
  const facts = await lookAtRaster(path, format)
  return isRasterRefusal(facts) ? facts : { mediaType: `image/${format}`, pages: facts.pages }
}
