import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inLine, runApart, type ApartLimits } from '../../../platform/files/index.ts'
import { words, type PlanData, type PlanDataOptions, type PlanDataRefusal } from './plan-data.ts'

/** LA 22 with its 1,349 features takes a second and 110 MB. */
const LIMITS: ApartLimits = {
  timeMs: 40_000,
  memoryBytes: 768 * 1024 * 1024,
  answerBytes: 96 * 1024 * 1024,
}

/** Built as a program beside the server, whose parts may lie a folder deeper. From source there is none. */
const program = () =>
  ['./plan-reader.mjs', '../plan-reader.mjs']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((file) => existsSync(file))

/** One file at a time: each may take a core and its memory. */
const nextInLine = inLine(1)

/**
 * Reads a plan in a process of its own with limits of time and memory. From source (tests, development) there is
 * no program to run, and it is read in place.
 */
export function runPlanReader(
  path: string,
  options: PlanDataOptions,
  { limits = LIMITS, file = program() }: { limits?: ApartLimits; file?: string } = {},
): Promise<PlanData | PlanDataRefusal> {
  return nextInLine(async () => {
    if (!file) return (await import('./read-plan-data.ts')).readPlanData(path, options)
    const said = await runApart(
      'import(process.argv[1])',
      [pathToFileURL(file).href, path, JSON.stringify(options)],
      limits,
    )
    if (!said) return TOO_COMPLEX
    const text = said.toString('utf8')
    return JSON.parse(text.slice(text.lastIndexOf('\n') + 1)) as PlanData | PlanDataRefusal
  })
}

const TOO_COMPLEX: PlanDataRefusal = {
  refused: 'too-complex',
  line: null,
  message: words(
    'Das Lesen der Datei brauchte mehr Zeit oder Speicher, als eine Datei bekommt.',
    'Reading the file took more time or memory than a file is given.',
  ),
  question: null,
}
