import { open } from 'node:fs/promises'

export type PlanFileKind = 'xml' | 'json' | 'zip' | 'sqlite'

/** By the first bytes; null for anything else. */
export async function kindOf(path: string): Promise<PlanFileKind | null> {
  const file = await open(path, 'r')
  try {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const head = bytes.subarray(0, bytesRead)
    if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'zip'
    if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3') return 'sqlite'
    const text = head
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^[\xef\xbb\xbf\xff\xfe]+/, '')
      .trimStart()
    return text.startsWith('<') ? 'xml' : /^[{[]/.test(text) ? 'json' : null
  } finally {
    await file.close()
  }
}
