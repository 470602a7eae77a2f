export const TASKS = ['basics', 'area', 'documents', 'period', 'rules', 'publish'] as const
export type Task = (typeof TASKS)[number]
export const isTask = (value: unknown): value is Task => TASKS.includes(value as Task)

const WHERE: Record<string, Task> = {
  title: 'basics',
  summary: 'basics',
  offlineWay: 'basics',
  territory: 'area',
  planDrawing: 'documents',
  explanatoryReport: 'documents',
  period: 'period',
  periodInThePast: 'period',
  notice: 'period',
  noticeTooLate: 'period',
  periodTooShort: 'period',
  periodTooLong: 'period',
  periodReason: 'period',
  lawNotInForce: 'period',
}

/** Where something missing is put right. A code of a newer server leads to the basics, not nowhere. */
export const taskOf = (code: string): Task => WHERE[code] ?? 'basics'

/** What is missing in one task; for the last one, everything. */
export const missingIn = (task: Task, missing: readonly string[]) =>
  task === 'publish' ? [...missing] : missing.filter((code) => taskOf(code) === task)

/** The steps towards publishing that are done, of those one can do; publishing itself is not one of them. */
export function progress(missing: readonly string[]) {
  const steps = TASKS.filter((task) => task !== 'publish')
  return { done: steps.filter((task) => missingIn(task, missing).length === 0).length, all: steps.length }
}

/** The next task with something missing, after the given one and then from the start; else publishing. */
export function nextOpenTask(from: Task, missing: readonly string[]): Task {
  const at = TASKS.indexOf(from)
  const around = [...TASKS.slice(at + 1), ...TASKS.slice(0, at + 1)]
  return around.find((task) => task !== 'publish' && missingIn(task, missing).length > 0) ?? 'publish'
}
