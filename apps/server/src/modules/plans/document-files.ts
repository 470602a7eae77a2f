import { maySeeDraftFile } from './plan.policy.ts'
import type { FileFinder } from './files.http.ts'
import { publishedFile, staffFile } from './plan.queries.ts'

/** Documents of procedures: on display for everyone, drafts for the staff who work on them. */
export const DOCUMENT_FILES: FileFinder = {
  keptBy: 'public, max-age=3600',
  async published(database, id) {
    const [file] = await database.read(publishedFile, id)
    return file ?? null
  },
  async ofStaff(database, { memberships }, id) {
    for (const tenantId of new Set(memberships.map((membership) => membership.tenantId))) {
      const [file] = await database.transaction('staff', { tenantId }, (tx) =>
        tx.read(staffFile, tenantId, id),
      )
      if (!file) continue
      const mine = memberships.filter((membership) => membership.tenantId === tenantId)
      return mine.some((membership) => maySeeDraftFile(membership, file.procedureIds)) ? file : null
    }
    return null
  },
}
