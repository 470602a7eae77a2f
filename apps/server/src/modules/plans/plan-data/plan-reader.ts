// A program of its own, run apart by run-plan-reader.ts: it opens what strangers sent. Says one line of JSON.
import { readPlanData } from './read-plan-data.ts'
import type { PlanDataOptions } from './plan-data.ts'

const [, , path, options] = process.argv as [string, string, string, string]
const answer = await readPlanData(path, JSON.parse(options) as PlanDataOptions)
process.stdout.write(`\n${JSON.stringify(answer)}`, () => process.exit(0))
