import { createReadStream } from 'node:fs'
import { FileProblem } from './file-problem.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * The text of a file, piece by piece: UTF-8 with or without a byte order mark, or UTF-16, as Excel's "Unicode
 * text" writes it.
 *
 * @throws FileProblem with the line for bytes that are neither: guessing would spoil every umlaut.
 */
export async function* decodeText(path: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let lines = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      throw notUtf8(lines + linesBeforeBadByte(chunk))
    }
    lines += text.split('\n').length - 1
    yield text
  }
  try {
    const rest = decoder?.decode()
    if (rest) yield rest
  } catch {
    throw notUtf8(lines + 1)
  }
}

function encodingOf([a, b]: Buffer): Encoding {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Headings and JSON begin with a sign of ASCII: in UTF-16 every second byte of it is zero.
  if (b === 0 && a !== 0) return 'utf-16le'
  return a === 0 && b !== 0 ? 'utf-16be' : 'utf-8'
}

function linesBeforeBadByte(chunk: Buffer): number {
  // What the chunk before began is not the mistake.
  const start = chunk.findIndex((byte) => (byte & 0xc0) !== 0x80)
  const text = new TextDecoder('utf-8').decode(chunk.subarray(Math.max(0, start)))
  return text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n').length
}

const notUtf8 = (line: number) =>
  new FileProblem(
    'notUtf8',
    line,
    'this is not UTF-8. Save the file as “CSV UTF-8”; an older encoding would spoil umlauts.',
  )
