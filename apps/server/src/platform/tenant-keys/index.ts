export { keyEncryptionFrom, withNewKey, type KeyEncryption } from './key-encryption.ts'
export {
  dropOldKeys,
  renewKey,
  resealTenant,
  rewrapKeys,
  type SealedRow,
  type SealedTable,
} from './rotate-keys.ts'
export { NOTICED_MS, sealOf, type Vault } from './tenant-keys.ts'
export { type TenantSeal } from './tenant-seal.ts'
