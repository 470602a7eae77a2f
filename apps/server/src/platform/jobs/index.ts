export { enqueue } from './enqueue.ts'
export { parkedJobs, retryParked } from './parked.ts'
export { QUEUES, type JobData, type QueueName } from './queues.ts'
export { startWorkers, type Handlers } from './worker.ts'
