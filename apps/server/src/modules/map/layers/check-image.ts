import sharp from 'sharp'
import { LayerFailure } from './layer-problem.ts'

/** Pixels of an edge; a tile has 256. */
const EDGE_MOST = 1_024

const BEGINNINGS = [
  {
    type: 'image/png',
    isIt: (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  },
  {
    type: 'image/jpeg',
    isIt: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    type: 'image/webp',
    isIt: (bytes: Buffer) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
]

/**
 * What a picture is by its bytes, whatever its server says of it. SVG, HTML and everything else is none.
 *
 * @throws LayerFailure notAnImage
 */
export async function checkImage(bytes: Buffer): Promise<string> {
  const known = BEGINNINGS.find(({ isIt }) => isIt(bytes))
  if (!known) throw new LayerFailure('notAnImage')
  // Looked at only after it began like a picture: the library reads more kinds than we pass on.
  const { width, height, format } = await sharp(bytes, { limitInputPixels: EDGE_MOST ** 2 })
    .metadata()
    .catch(() => {
      throw new LayerFailure('notAnImage')
    })
  if (`image/${format}` !== known.type || width > EDGE_MOST || height > EDGE_MOST)
    throw new LayerFailure('notAnImage')
  return known.type
}
