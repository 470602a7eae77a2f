export { enqueue } from './enqueue.ts'
export { QUEUES, type JobData, type QueueName } from './queues.ts'
export { startWorkers, type Handlers } from './worker.ts'
