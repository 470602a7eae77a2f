/** The longer edge of a picture as it is sent: enough to read a street sign, a tenth of what a telephone takes. */
export const SENT_EDGE_PX = 2560
/** Below it a picture goes as it is; what it tells of place and device is taken out when it arrives. */
const SMALL_BYTES = 1_500_000
const AS_THEY_ARE = ['image/jpeg', 'image/png', 'image/webp']

export type Shrunk = { content: Blob; name: string }

/**
 * Makes a picture from a telephone small enough for a slow line: upright, as JPEG, without what the camera wrote
 * into it. What is small already, or no picture this browser can open, stays as it is; the server judges it.
 */
export async function shrinkPicture(file: File): Promise<Shrunk> {
  const asItIs = { content: file, name: file.name }
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return asItIs
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return asItIs
  try {
    const scale = Math.min(1, SENT_EDGE_PX / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size <= SMALL_BYTES && AS_THEY_ARE.includes(file.type)) return asItIs
    const content = await painted(picture, scale)
    // A drawing of few colours may be smaller as it was.
    const better = content && (scale < 1 || content.size < file.size || !AS_THEY_ARE.includes(file.type))
    return better ? { content, name: file.name.replace(/(\.[^.]*)?$/, '.jpg') } : asItIs
  } finally {
    picture.close()
  }
}

async function painted(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // JPEG knows no transparency; black would swallow what was drawn in black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
}
