import { runRasterProgram, type RasterFormat, type RasterRefusal } from './run-raster-program.ts'

/** A picture before it is kept: pixels of its first page, upright. */
export type RasterFacts = { width: number; height: number; pages: number }

/** Opens a picture as far as its head; what its pixels are worth shows when it is cut. */
export const lookAtRaster = (
  file: string,
  format: Exclude<RasterFormat, 'pdf'>,
): Promise<RasterFacts | RasterRefusal> => runRasterProgram({ work: 'look', file, format })
