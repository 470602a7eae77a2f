import type { Id, Language } from '@mitsprache/terms'
import { defineRead } from '../../../platform/database/read.ts'
import type { Membership } from '../context.ts'

export type StaffChange = {
  id: Id
  personId: Id
  oldEmail: string
  newEmail: string
  createdAt: Date
  memberships: Pick<Membership, 'tenantId'>[]
}

const STAFF = `c.id, c.person_id as "personId", c.old_email as "oldEmail", c.new_email as "newEmail",
  c.created_at as "createdAt", coalesce((select jsonb_agg(jsonb_build_object('tenantId', m.tenant_id))
    from membership m where m.person_id = c.person_id), '[]') as memberships`

type ByHash = [hash: Buffer, since: Date]

export const staffChangeToConfirm = defineRead<StaffChange, ByHash>(
  'identity',
  'staff-address-to-confirm',
  (where) => `select ${STAFF} from person_address_change c
    where ${where('c.confirm_hash = $1 and c.created_at > $2')} limit 1`,
)

export const staffChangeToStop = defineRead<StaffChange, ByHash>(
  'identity',
  'staff-address-to-stop',
  (where) => `select ${STAFF} from person_address_change c
    where ${where('c.stop_hash = $1 and c.created_at > $2')} limit 1`,
)

/** The one change of a person that still can be confirmed. */
export const openStaffChange = defineRead<{ email: string; createdAt: Date }, [personId: Id, since: Date]>(
  'identity',
  'open-staff-address-change',
  (where) => `select c.new_email as email, c.created_at as "createdAt" from person_address_change c
    where ${where('c.person_id = $1 and c.created_at > $2')} and c.confirm_hash is not null limit 1`,
)

export type ResidentChange = {
  tenantId: Id
  id: Id
  accountId: Id
  oldHash: Buffer
  oldSealed: Buffer
  newHash: Buffer
  newSealed: Buffer
}

const RESIDENT = `c.tenant_id as "tenantId", c.id, c.account_id as "accountId", c.old_hash as "oldHash",
  c.old_sealed as "oldSealed", c.new_hash as "newHash", c.new_sealed as "newSealed"`

export const residentChangeToConfirm = defineRead<ResidentChange, ByHash>(
  'identity',
  'resident-address-to-confirm',
  (where) => `select ${RESIDENT} from resident_address_change c
    where ${where('c.confirm_hash = $1 and c.created_at > $2')} limit 1`,
)

export const residentChangeToStop = defineRead<ResidentChange, ByHash>(
  'identity',
  'resident-address-to-stop',
  (where) => `select ${RESIDENT} from resident_address_change c
    where ${where('c.stop_hash = $1 and c.created_at > $2')} limit 1`,
)

type ById<Address> = { oldAddress: Address; newAddress: Address; open: boolean; createdAt: Date }

export const staffChangeById = defineRead<ById<string>, [id: Id]>(
  'identity',
  'staff-address-change-by-id',
  (
    where,
  ) => `select c.old_email as "oldAddress", c.new_email as "newAddress", c.confirm_hash is not null as open,
      c.created_at as "createdAt" from person_address_change c where ${where('c.id = $1')} limit 1`,
)

export const residentChangeById = defineRead<ById<Buffer> & { language: Language }, [tenantId: Id, id: Id]>(
  'identity',
  'resident-address-change-by-id',
  (
    where,
  ) => `select c.old_sealed as "oldAddress", c.new_sealed as "newAddress", c.confirm_hash is not null as open,
      c.created_at as "createdAt", c.language from resident_address_change c
    where ${where('c.tenant_id = $1 and c.id = $2')} limit 1`,
)

/** Of the tenants that somebody works for the one whose mail leaves: a sample town's lies where anybody reads it. */
export const tenantThatWrites = defineRead<{ id: Id }, [tenantIds: Id[], preferred: Id]>(
  'identity',
  'tenant-that-writes',
  (where) => `select t.id from tenant t where ${where('t.id = any ($1)')}
    order by t.sample, t.id <> $2, t.id limit 1`,
)
