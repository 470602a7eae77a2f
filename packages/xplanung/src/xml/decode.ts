import { TextDecoder } from 'node:util'
import type { Findings } from '../findings.ts'
import { Refused } from '../refusal.ts'
import { words } from '../words/words.ts'

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00, 0x3f]],
]

/** What a declaration may call Latin letters that Windows programs write. */
const LATIN = /^(iso-?8859-?1|latin-?1|l1|us-ascii|ascii|windows-?1252|cp-?1252)$/i

function encodingOf(head: Uint8Array): { stated: string; encoding: string } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte))
  const declared = /^[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    Buffer.from(head).toString('latin1').replaceAll('\0', ''),
  )?.[1]
  if (marked) return { stated: declared ?? marked[0], encoding: marked[0] }
  const stated = declared ?? 'utf-8'
  return { stated, encoding: LATIN.test(stated) ? 'windows-1252' : stated.toLowerCase() }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new Refused(
      'unreadable-encoding',
      1,
      words(
        `Die Zeichenkodierung "${encoding}" ist nicht bekannt.`,
        `The encoding "${encoding}" is not known.`,
      ),
    )
  }
}

/** The first bytes, enough to see a mark and the XML declaration, and everything after them. */
const HEAD_BYTES = 256

/**
 * Turns bytes into text, chunk by chunk. The mark at the beginning counts before the declaration, and a file
 * that calls itself UTF-8 but holds Latin letters is read as Latin and told so.
 *
 * @throws Refused `empty`, `too-large`, `unreadable-encoding`
 */
export async function* decode(
  source: ByteSource,
  maxBytes: number,
  findings: Findings,
): AsyncGenerator<string> {
  let head: Uint8Array = new Uint8Array(0)
  let decoder: TextDecoder | null = null
  let stated = ''
  let encoding = ''
  let total = 0

  const text = (bytes: Uint8Array | null): string => {
    decoder ??= decoderFor(encoding)
    try {
      return decoder.decode(bytes ?? new Uint8Array(0), { stream: bytes !== null })
    } catch {
      if (encoding !== 'utf-8') throw unreadable(encoding)
      findings.tell('encoding-repaired', { line: 1, before: stated, after: 'windows-1252' })
      encoding = 'windows-1252'
      decoder = decoderFor(encoding)
      return decoder.decode(bytes ?? new Uint8Array(0), { stream: bytes !== null })
    }
  }

  for await (const chunk of source) {
    total += chunk.byteLength
    if (total > maxBytes) throw tooLarge(maxBytes)
    if (decoder) {
      yield text(chunk)
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.byteLength < HEAD_BYTES) continue
    ;({ stated, encoding } = encodingOf(head.subarray(0, HEAD_BYTES)))
    yield text(head)
  }
  if (total === 0) throw new Refused('empty', null, words('Die Datei ist leer.', 'The file is empty.'))
  if (!decoder) {
    ;({ stated, encoding } = encodingOf(head))
    yield text(head)
  }
  yield text(null)
}

const unreadable = (encoding: string) =>
  new Refused(
    'unreadable-encoding',
    null,
    words(`Die Datei ist nicht in "${encoding}" kodiert.`, `The file is not encoded in "${encoding}".`),
  )

export const tooLarge = (maxBytes: number) =>
  new Refused(
    'too-large',
    null,
    words(
      `Die Datei ist größer als ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
      `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
    ),
  )
