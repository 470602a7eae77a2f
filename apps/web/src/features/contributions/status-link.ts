import { parseReceiptNumber } from '@mitsprache/terms'

/** Number and secret from a personal link, however it was copied; null when a piece is missing. */
export function readStatusLink(typed: string): { number: string; secret: string } | null {
  const match = /(?:^|\/status\/)([^/#\s]+)#([\w-]+)\s*$/.exec(typed.trim())
  const number = match ? parseReceiptNumber(decodeURIComponent(match[1]!)) : null
  return number && match ? { number, secret: match[2]! } : null
}
