import type { Id } from '@mitsprache/terms'
import type { StaffOf } from '../identity/index.ts'
import type { FileFinder } from '../plans/index.ts'
import { mayExport, mayModerate } from '../procedures/index.ts'
import {
  contributionFileOfTenant,
  fileOfBearer,
  publishedContributionFile,
} from './contribution-file.queries.ts'

/**
 * Files of contributions: published ones for everyone and only as long as they are, all of them for their author,
 * and for the staff who may read the contribution.
 */
export const CONTRIBUTION_FILES: FileFinder = {
  // Withheld is withheld at once, wherever a copy lies.
  keptBy: 'public, no-cache',
  async published(database, id) {
    const [file] = await database.read(publishedContributionFile, id)
    return file ?? null
  },
  async ofBearer(database, bearerHash, id) {
    const [file] = await database.transaction('bearer', { bearerHash }, (tx) =>
      tx.read(fileOfBearer, id, bearerHash),
    )
    return file ?? null
  },
  async ofStaff(database, viewer, id) {
    for (const tenantId of new Set(viewer.memberships.map((membership) => membership.tenantId))) {
      const [file] = await database.transaction('staff', { tenantId }, (tx) =>
        tx.read(contributionFileOfTenant, tenantId, id),
      )
      if (file) return mayRead({ viewer, tenantId, roles: [] }, file) ? file : null
    }
    return null
  },
}

/** What is kept to the planners is not the moderators' to read. */
const mayRead = (staff: StaffOf, { procedureId, visibility }: { procedureId: Id; visibility: string }) =>
  mayExport(staff, procedureId).may || (visibility !== 'notPublic' && mayModerate(staff, procedureId).may)
