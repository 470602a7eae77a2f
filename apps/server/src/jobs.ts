import 'reflect-metadata'
import { sweepLayers, type LayerCache } from './modules/map/index.ts'
import { sendMessage, sweepMessages, type SendingParts } from './modules/notifications/index.ts'
import { chainEvents } from './modules/audit/index.ts'
import { forgetContents, sweepDrawings, sweepFiles } from './modules/plans/index.ts'
import { endWhatIsOver } from './modules/tenants/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import type { Files } from './platform/files/index.ts'
import type { Handlers } from './platform/jobs/index.ts'
import type { RasterShelf } from './platform/raster/index.ts'

/** Who does which job. Each bears being done again. */
export const handlersOf = (parts: {
  database: Database
  files: Files
  clock: Clock
  /** Where the tiles of pictures lie on this machine, if they do. */
  rasters?: RasterShelf
  /** Where the tiles of layers lie on this machine, if they do. */
  layers?: LayerCache
}) =>
  ({
    'end-what-is-over': () => endWhatIsOver(parts.database, parts.clock),
    'sweep-files': async () => {
      await sweepFiles(parts)
      if (parts.rasters) await sweepDrawings(parts.database, parts.rasters)
      if (parts.layers) await sweepLayers(parts.database, parts.layers)
    },
    'forget-contents': ({ subjects }) => forgetContents(parts, subjects),
    'chain-events': () => chainEvents(parts.database),
  }) satisfies Handlers

/** What makes messages leave. Without a mail server they wait, and nobody looks after them. */
export const messageHandlersOf = (parts: SendingParts) =>
  ({
    'send-message': ({ tenantId, subjects }) => sendMessage(parts, tenantId!, subjects[0]!),
    'sweep-messages': async () => void (parts.mailer && (await sweepMessages(parts.database))),
  }) satisfies Handlers
