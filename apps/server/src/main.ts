import 'reflect-metadata'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ENTITIES } from './entities.ts'
import { makeServer } from './http/server.ts'
import { handlersOf, messageHandlersOf } from './jobs.ts'
import { layerCache } from './modules/map/index.ts'
import { startRelay } from './modules/notifications/index.ts'
import { fillSampleTown } from './sample-town/fill-sample-town.ts'
import { systemClock } from './platform/clock.ts'
import { prepareDataDir, readConfig, readSecrets } from './platform/config.ts'
import { openInstallation } from './platform/database/installation.ts'
import { openFilesOf, openScanner } from './platform/files/index.ts'
import { startWorkers } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { openMailer } from './platform/mail/index.ts'
import { openRasterShelf } from './platform/raster/index.ts'
import { StartProblem } from './platform/start-problem.ts'
import { MIGRATIONS } from './migrations/index.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Starts everything, in the order in which it can fail; stops it in the reverse order. */
async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  prepareDataDir(config.dataDir)
  const secrets = readSecrets(config.dataDir)
  const log = openLog()
  const closing: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const close of closing.reverse().splice(0)) await close().catch((cause) => log.fault(cause))
  }
  // Asked to stop while still starting, it finishes the step it is at: a database half started has no owner.
  let settled = () => {}
  const starting = new Promise<void>((done) => (settled = done))
  const shutdown = stopOnce(() => starting.then(stop), log)
  process.on('SIGINT', shutdown)
  process.on('SIGTERM', shutdown)
  try {
    const installation = await openInstallation(config, secrets, ENTITIES, MIGRATIONS, say)
    closing.push(installation.close)
    const files = await openFilesOf(config)
    const rasters = openRasterShelf(join(config.dataDir, 'rasters'), files.store)
    const layers = layerCache(join(config.dataDir, 'layers'), config.layerCacheBytes)
    const scanner = openScanner(config.clamd)
    const parts = {
      config,
      secrets,
      log,
      files,
      scanner,
      database: installation.database,
      clock: systemClock,
    }
    if (config.sampleTown && (await fillSampleTown({ ...parts, store: files.store })))
      say('Filled the sample town Quellstedt.')
    const app = await makeServer({
      ...parts,
      rasters,
      layers,
      webDir: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    })
    closing.push(() => app.close())
    await listen(app, config)
    const mailer = openMailer(config)
    if (mailer) closing.push(async () => mailer.close())
    const handlers = {
      ...handlersOf({ ...parts, rasters, layers }),
      ...messageHandlersOf({ ...parts, mailer }),
    }
    closing.push(await startWorkers(parts, handlers))
    closing.push(startRelay(parts))
    say(`Mitsprache is ready: ${config.baseUrl}`)
    if (config.sampleTown) {
      say(`Sign in as planner, moderator or administrator: ${config.baseUrl}/t/quellstedt/sign-in`)
      say(`Five minutes in Quellstedt, a tour: ${config.baseUrl}/t/quellstedt/tour`)
    }
  } catch (cause) {
    await stop()
    throw cause
  } finally {
    settled()
  }
}

async function listen(
  app: Awaited<ReturnType<typeof makeServer>>,
  { host, port }: { host: string; port: number },
): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${port} on ${host} is taken. Stop what runs there, or name another: PORT=4001 npm start`,
      )
    if (code === 'EACCES')
      throw new StartProblem(`This user may not listen on port ${port}. Name one above 1023 in PORT.`)
    if (code === 'EADDRNOTAVAIL')
      throw new StartProblem(`HOST is ${host}, which is no address of this machine.`)
    throw cause
  }
}

/** Ctrl-C twice does not stop twice; who cannot stop within half a minute is ended. */
function stopOnce(stop: () => Promise<void>, log: ReturnType<typeof openLog>): () => void {
  let stopping = false
  return () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 30_000).unref()
    stop().then(
      () => process.exit(0),
      (cause) => {
        log.fault(cause)
        process.exit(1)
      },
    )
  }
}

start().catch((cause: unknown) => {
  if (cause instanceof StartProblem) process.stderr.write(`\nMitsprache cannot start.\n${cause.message}\n`)
  else process.stderr.write(`\nMitsprache cannot start: ${(cause as Error).stack}\n`)
  process.exit(1)
})
