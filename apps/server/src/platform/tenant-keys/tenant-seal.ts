import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import { unseal } from '../seal.ts'

/** First byte of what is sealed with a tenant's key; 1 was sealed with the installation's (`seal.ts`). */
const WITH_TENANT_KEY = 2
const HEAD_BYTES = 5

/** Seals and opens values of one tenant. */
export type TenantSeal = {
  /** The key that seals; the others only open. */
  version: number
  /** @param about table, row and column: a sealed value opens nowhere else. */
  seal(about: string, value: string): Buffer
  /**
   * @param before how the place was called when the installation's key sealed it.
   * @throws Error for what was changed, moved, or sealed with a key that is gone.
   */
  unseal(about: string, sealed: Buffer, before: string): string
  /** Whether the key of this value is at hand. */
  knows(sealed: Buffer): boolean
}

/** How every value begins that the key of this version sealed. */
export function headOf(version: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES, WITH_TENANT_KEY)
  head.writeUInt32BE(version, 1)
  return head
}

/**
 * @param keys by version; the highest one seals.
 * @param personKey opens what was sealed before tenants had keys.
 */
export function tenantSeal(tenantId: Id, keys: Map<number, Buffer>, personKey: string): TenantSeal {
  const version = Math.max(...keys.keys())
  const head = headOf(version)
  const key = keys.get(version)!
  const aad = (about: string) => Buffer.from(`${tenantId} ${about}`)
  return {
    version,
    seal(about, value) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(aad(about))
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return Buffer.concat([head, nonce, cipher.getAuthTag(), text])
    },
    unseal(about, sealed, before) {
      if (sealed[0] !== WITH_TENANT_KEY) return unseal(personKey, before, sealed)
      const its = keys.get(sealed.readUInt32BE(1))
      if (!its) throw new Error('A sealed value names a key that its tenant does not have.')
      const decipher = createDecipheriv('aes-256-gcm', its, sealed.subarray(5, 17))
      decipher.setAAD(aad(about))
      decipher.setAuthTag(sealed.subarray(17, 33))
      return Buffer.concat([decipher.update(sealed.subarray(33)), decipher.final()]).toString('utf8')
    },
    knows: (sealed) => sealed[0] !== WITH_TENANT_KEY || keys.has(sealed.readUInt32BE(1)),
  }
}
