import 'reflect-metadata'
import { ENTITIES } from '../../entities.ts'
import { messageHandlersOf } from '../../jobs.ts'
import { systemClock } from '../../platform/clock.ts'
import { readConfig, type MailConfig, type Secrets } from '../../platform/config.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { startWorkers } from '../../platform/jobs/index.ts'
import { openLog } from '../../platform/log.ts'
import { openMailer } from '../../platform/mail/index.ts'
import { startRelay } from './index.ts'

/** A server that does nothing but send mail, as a process of its own: a test kills it. */
const { stemUrl, mail, secrets } = JSON.parse(process.argv[2]!) as {
  stemUrl: string
  mail: MailConfig
  secrets: Secrets
}
const database = await openDatabase(stemUrl, ENTITIES)
const config = { ...readConfig({ PORT: '4000' }, []), mail }
const parts = { database, config, secrets, clock: systemClock, log: openLog('info', process.stderr) }
await startWorkers(parts, messageHandlersOf({ ...parts, mailer: openMailer(config) }), {
  pollMs: 20,
  superviseS: 1,
})
startRelay(parts, 20)
process.stdout.write('ready\n')
