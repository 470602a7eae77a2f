import type { Id, Language } from '@mitsprache/terms'
import type { Clock } from '../../../platform/clock.ts'
import type { Config, Secrets } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/database.ts'
import { tenantById } from '../../tenants/index.ts'
import { openChange } from '../residents/sealed-addresses.ts'
import { residentChangeById, staffChangeById } from './new-address.queries.ts'
import {
  changePath,
  changeSecret,
  CONFIRM_WITHIN_MS,
  STOP_WITHIN_MS,
  type ChangeLink,
} from './new-address.rules.ts'

type Parts = { database: Database; config: Config; secrets: Secrets; clock: Clock }
type ToSend = { email: string; language: Language; link: string; askedAt: Date; until: Date }

/**
 * What the mail to the new address says (`confirm`), or to the old one (`stop`); null once its link opens nothing.
 *
 * @param tenantId whose mail it is.
 */
export async function addressChangeToSend(
  { database, config, secrets, clock }: Parts,
  tenantId: Id,
  changeId: Id,
  link: ChangeLink,
): Promise<ToSend | null> {
  const [[tenant], [staff], [resident]] = await Promise.all([
    database.read(tenantById, tenantId),
    database.read(staffChangeById, changeId),
    database.read(residentChangeById, tenantId, changeId),
  ])
  const change = staff ?? resident
  if (!tenant || !change) return null
  const lasts = link === 'confirm' ? CONFIRM_WITHIN_MS : STOP_WITHIN_MS
  const until = new Date(change.createdAt.getTime() + lasts)
  if (until <= clock() || (link === 'confirm' && !change.open)) return null
  const which = link === 'confirm' ? 'newAddress' : 'oldAddress'
  const email = staff
    ? staff[which]
    : await openChange(
        { database, secrets },
        tenantId,
        link === 'confirm' ? 'new' : 'old',
        changeId,
        resident![which],
      )
  return {
    email,
    // Staff are written to in German until people have a language.
    language: resident?.language ?? 'de',
    link: `${config.baseUrl}${changePath(tenant.slug, staff ? 'staff' : 'resident', link)}#${changeSecret(secrets, link, changeId)}`,
    askedAt: change.createdAt,
    until,
  }
}
