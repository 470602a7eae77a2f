import { join } from 'node:path'
import { openFileStore, type FileStore } from './file-store.ts'
import { openQuarantine, type Quarantine } from './quarantine.ts'

export { DiskFull } from './disk.ts'
export { inLine } from './in-line.ts'
export { openScanner, ScannerDown, type Scanner } from './scan.ts'
export { runApart, type ApartLimits } from './run-apart.ts'
export type { FileStore, Quarantine }

export type Files = { store: FileStore; quarantine: Quarantine }

/** The two places for files in the data folder, apart from each other: unchecked and checked. */
export const openFiles = (dataDir: string): Files => ({
  store: openFileStore(join(dataDir, 'files')),
  quarantine: openQuarantine(join(dataDir, 'quarantine')),
})
