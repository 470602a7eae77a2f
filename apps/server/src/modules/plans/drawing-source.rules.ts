import type { RasterFormat } from '../../platform/raster/index.ts'

const FORMATS: Record<string, RasterFormat> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
}

/** How a file of this kind is opened as a picture; undefined for kinds that are none. */
export const rasterFormatOf = (mediaType: string): RasterFormat | undefined => FORMATS[mediaType]
