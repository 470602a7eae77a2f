import { createHmac } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const PERIOD_MS = 30_000

function bytesOf(secret: string): Buffer {
  const bits = [...secret.replace(/\s/g, '')]
    .map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}

/**
 * A telephone with an authenticator app: shows a code, and the next one when that was used.
 *
 * Written out here, so that the walk does not ask the server's own library whether it is right.
 *
 * @source RFC 6238, RFC 4226 § 5.3.
 */
export function authenticatorApp(secret: string) {
  const key = bytesOf(secret)
  let used = 0
  return {
    code(): string {
      // Codes of the next half minute are taken as well: nobody has to wait for it.
      used = Math.max(used + 1, Math.floor(Date.now() / PERIOD_MS))
      const counter = Buffer.alloc(8)
      counter.writeBigUInt64BE(BigInt(used))
      const mac = createHmac('sha1', key).update(counter).digest()
      const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff
      return String(number % 1_000_000).padStart(6, '0')
    },
  }
}
