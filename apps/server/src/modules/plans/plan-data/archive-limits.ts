import { DEFAULT_LIMITS } from '@mitsprache/xplanung'
import { READ_LIMITS } from './plan-data.ts'

/** What an archive and the XML in it may cost. */
export const ARCHIVE_LIMITS = {
  ...DEFAULT_LIMITS,
  maxXmlBytes: READ_LIMITS.xmlBytes,
  maxPositions: READ_LIMITS.positions,
  maxArchiveEntries: READ_LIMITS.archiveEntries,
  maxUnpackedBytes: READ_LIMITS.unpackedBytes,
}
