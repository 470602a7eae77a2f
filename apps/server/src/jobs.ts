import { forgetContents, sweepFiles } from './modules/plans/index.ts'
import { endWhatIsOver } from './modules/tenants/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import type { Files } from './platform/files/index.ts'
import type { Handlers } from './platform/jobs/index.ts'

/** Who does which job. Each bears being done again. */
export const handlersOf = (parts: { database: Database; files: Files; clock: Clock }) =>
  ({
    'end-what-is-over': () => endWhatIsOver(parts.database, parts.clock),
    'sweep-files': () => sweepFiles(parts),
    'forget-contents': ({ subjects }) => forgetContents(parts, subjects),
  }) satisfies Handlers
