/**
 * What a file may cost. The largest plans known (regional plans of a whole Land) stay below a tenth of these.
 * Everything is counted while reading, so a file that lies about itself is stopped all the same.
 */
export interface Limits {
  /** bytes of XML, after unpacking */
  readonly maxXmlBytes: number
  /** elements inside elements */
  readonly maxDepth: number
  readonly maxElements: number
  readonly maxAttributesPerElement: number
  /** characters of one text, such as one list of coordinates */
  readonly maxTextLength: number
  /** positions in the whole file, before arcs are drawn out */
  readonly maxPositions: number
  /** positions of one ring or line, after arcs are drawn out */
  readonly maxPositionsPerLine: number
  /** bytes of a zip file as it lies there */
  readonly maxArchiveBytes: number
  readonly maxArchiveEntries: number
  /** bytes of everything in a zip file, unpacked */
  readonly maxUnpackedBytes: number
  /** how many times larger than packed an entry of more than a megabyte may become */
  readonly maxPackingRatio: number
}

export const DEFAULT_LIMITS: Limits = {
  maxXmlBytes: 256 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 4_000_000,
  maxAttributesPerElement: 64,
  maxTextLength: 24_000_000,
  maxPositions: 1_999_999,
  maxPositionsPerLine: 1_000_000,
  maxArchiveBytes: 512 * 1024 * 1024,
  maxArchiveEntries: 2_000,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  maxPackingRatio: 200,
}
