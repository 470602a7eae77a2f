import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its content, as far as somebody who sent it wants to know. */
export type KindOfFile =
  'pdf' | 'jpeg' | 'png' | 'webp' | 'tiff' | 'heic' | 'svg' | 'archive' | 'office' | 'other'

const KINDS: Record<string, KindOfFile> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'application/zip': 'archive',
  'application/gzip': 'archive',
  'application/x-tar': 'archive',
  'application/x-bzip2': 'archive',
  'application/x-xz': 'archive',
  'application/zstd': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/x-rar-compressed': 'archive',
  'application/rtf': 'office',
  // Word, Excel and PowerPoint before 2007.
  'application/x-cfb': 'office',
}

/** How much of a file tells what it is. */
const HEAD_BYTES = 4100

export async function kindOfFile(path: string): Promise<{ kind: KindOfFile; detected: string }> {
  const head = await headOf(path)
  if (head.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { kind: 'pdf', detected: 'application/pdf' }
  if (isSvg(head)) return { kind: 'svg', detected: 'image/svg+xml' }
  const detected = (await fileTypeFromBuffer(head))?.mime ?? 'unknown'
  // What tells more of a TIFF may stand at its end.
  if (detected === 'unknown' && isTiff(head)) return { kind: 'tiff', detected: 'image/tiff' }
  const known = KINDS[detected]
  if (known) return { kind: known, detected }
  return {
    kind: /officedocument|opendocument|ms-(word|excel|powerpoint)/.test(detected) ? 'office' : 'other',
    detected,
  }
}

/** In either order of bytes, and in either size of its addresses. */
const TIFF = [0x49492a00, 0x4d4d002a, 0x49492b00, 0x4d4d002b]
const isTiff = (head: Buffer) => head.length >= 4 && TIFF.includes(head.readUInt32BE(0))

const isSvg = (head: Buffer) =>
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg|<svg[\s>])/i.test(head.toString('utf8'))

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
