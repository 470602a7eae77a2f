import { create } from 'qrcode'

/** A QR code as one SVG path over a grid of `size` modules, quiet zone of four included. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const QUIET = 4
  let path = ''
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  return { size: modules.size + 2 * QUIET, path }
}
