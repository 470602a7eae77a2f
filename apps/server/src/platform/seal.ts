import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 1

/**
 * Encrypts a personal value: version, 12 bytes nonce, 16 bytes tag, ciphertext (AES-256-GCM).
 *
 * @param key hex, 32 bytes.
 * @param about binds the value to its row, so that it cannot be moved to another person's.
 */
export function seal(key: string, about: string, value: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce)
  cipher.setAAD(Buffer.from(about))
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), text])
}

/** @throws Error when the value was changed, moved, or sealed with another key. */
export function unseal(key: string, about: string, sealed: Buffer): string {
  if (sealed[0] !== VERSION) throw new Error('A sealed value has an unknown version.')
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
}
