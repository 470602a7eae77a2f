import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Id } from '@mitsprache/terms'

/** Keys that wrap the data keys of tenants. They stand beside the database, never in it. */
export type KeyEncryption = {
  /** Name of the one that wraps from now on. */
  current: string
  /** By name; hex, 32 bytes. Older ones stay until nothing is wrapped with them any more. */
  keys: Record<string, string>
}

/** A data key as it lies in the database, and the name of the key that opens it. */
export type Wrapped = { wrapped: Buffer; wrappedBy: string }

export const FIRST_KEY = 'first'

/** The key of installations that were made before there were several: it follows from the one they have. */
export const keyEncryptionFrom = (personKey: string): KeyEncryption => ({
  current: FIRST_KEY,
  keys: {
    [FIRST_KEY]: Buffer.from(
      hkdfSync('sha256', Buffer.from(personKey, 'hex'), '', 'mitsprache key encryption', 32),
    ).toString('hex'),
  },
})

/** @returns a further key under a name that is not taken, and makes it the current one. */
export function withNewKey({ keys }: KeyEncryption, day: string): KeyEncryption {
  let name = day
  for (let n = 2; keys[name]; n++) name = `${day}-${n}`
  return { current: name, keys: { ...keys, [name]: randomBytes(32).toString('hex') } }
}

/** A wrapped key opens as the key it was wrapped as: of this tenant, in this version. */
const aboutKey = (tenantId: Id, version: number) => Buffer.from(`data key ${version} of ${tenantId}`)

export function wrapKey(
  { current, keys }: KeyEncryption,
  tenantId: Id,
  version: number,
  key: Buffer,
): Wrapped {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys[current]!, 'hex'), nonce)
  cipher.setAAD(aboutKey(tenantId, version))
  const text = Buffer.concat([cipher.update(key), cipher.final()])
  return { wrapped: Buffer.concat([nonce, cipher.getAuthTag(), text]), wrappedBy: current }
}

/** @throws Error when the key encryption key is missing, or another than the one that wrapped it. */
export function unwrapKey(
  { keys }: KeyEncryption,
  tenantId: Id,
  version: number,
  { wrapped, wrappedBy }: Wrapped,
): Buffer {
  const key = keys[wrappedBy]
  if (!key)
    throw new Error(`The key encryption key "${wrappedBy}" is not among the keys of this installation.`)
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), wrapped.subarray(0, 12))
  decipher.setAAD(aboutKey(tenantId, version))
  decipher.setAuthTag(wrapped.subarray(12, 28))
  return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()])
}
