import { open } from 'node:fs/promises'

/** Neither side of the product can do anything about it; whoever runs the server can. */
export class DiskFull extends Error {
  override name = 'DiskFull'
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The failure as it is, or as `DiskFull` where the disk is the reason. */
export function orDiskFull(cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  return code && FULL.has(code) ? new DiskFull('No space left for files.', { cause }) : cause
}

/** Makes a rename or a new file outlast a power cut: the folder's own entry has to reach the disk as well. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const isMissing = (cause: unknown) => (cause as NodeJS.ErrnoException).code === 'ENOENT'
