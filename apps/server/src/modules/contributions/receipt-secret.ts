import { createHmac } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type { Secrets } from '../../platform/config.ts'

/**
 * The secret of the receipt follows from the key that the browser made: so a repeated send gets the very
 * same receipt, and the secret itself is stored nowhere.
 */
export const receiptSecret = ({ signingKey }: Pick<Secrets, 'signingKey'>, tenantId: Id, key: Id) =>
  createHmac('sha256', signingKey)
    .update(`receipt\0${tenantId}\0${key}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')
