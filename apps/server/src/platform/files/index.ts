import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openFileStore, type FileStore } from './file-store.ts'
import { openQuarantine, type Quarantine } from './quarantine.ts'

export { DiskFull } from './disk.ts'
export { inLine } from './in-line.ts'
export { openScanner, ScannerDown, type Scanner } from './scan.ts'
export { runApart, type ApartLimits } from './run-apart.ts'
export type { FileStore, Quarantine }

/** Files of an installation: what was checked lies in the bucket that was configured, else in the data folder. */
export async function openFilesOf({ dataDir, filesS3 }: Pick<Config, 'dataDir' | 'filesS3'>): Promise<Files> {
  const local = openFiles(dataDir)
  if (!filesS3) return local
  // Loaded only where it is used: it is larger than all the rest of the server.
  const { openS3Store } = await import('./s3-store.ts')
  return { ...local, store: await openS3Store(filesS3, join(dataDir, 'files', 'incoming')) }
}

export type Files = { store: FileStore; quarantine: Quarantine }

/** The two places for files in the data folder, apart from each other: unchecked and checked. */
export const openFiles = (dataDir: string): Files => ({
  store: openFileStore(join(dataDir, 'files')),
  quarantine: openQuarantine(join(dataDir, 'quarantine')),
})
