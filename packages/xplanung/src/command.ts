import { parseArgs } from 'node:util'
import { toGeoJSON } from './geojson.ts'
import { isRefusal, type PlanFile } from './plan/reading.ts'
import { readPlanFile } from './read-plan.ts'
import type { Question, Refusal } from './refusal.ts'
import { summary } from './summary.ts'
import type { Language } from './words/words.ts'

const USAGE = `Reads a plan in XPlanGML 4.0 to 6.x (.gml, or .zip with attachments) and prints what it says.

  plan:read FILE [--geojson | --json] [--objects] [--lang de|en] [--crs EPSG:25833] [--entry PATH]

  --geojson   prints GeoJSON (EPSG:4326) on the standard output, findings on the standard error
  --json      prints everything that was read
  --objects   lists every object after the summary
  --lang      language of the sentences, de unless said otherwise
  --crs       reads the coordinates in this system, whatever the file says
  --entry     the file inside the archive to read

Exit codes: 0 read · 1 the command itself was wrong · 2 refused: the file is not XPlanGML, damaged, too large or
without a plan · 3 refused: a question only a person can answer (reference system, file in the archive)`

const EXIT = { read: 0, usage: 1, refused: 2, question: 3 } as const

type Print = (line: string) => void

/**
 * The command line around {@link readPlanFile}.
 *
 * @param print writes a line to the standard output
 * @param printError writes a line to the standard error
 * @returns the exit code
 */
export async function main(args: readonly string[], print: Print, printError: Print): Promise<number> {
  const asked = understand(args)
  if (!asked) {
    printError(USAGE)
    return EXIT.usage
  }
  const { file, language, values } = asked
  const reading = await readPlanFile(file, {
    ...(values.crs !== undefined && { assumeCrs: values.crs }),
    ...(values.entry !== undefined && { entry: values.entry }),
  })
  if (isRefusal(reading)) {
    printRefusal(reading, language, printError)
    return reading.question ? EXIT.question : EXIT.refused
  }
  if (values.json) print(JSON.stringify(reading, null, 2))
  else if (values.geojson) {
    print(JSON.stringify(toGeoJSON(reading, { language })))
    printFindings(reading, language, printError)
  } else {
    for (const sentence of summary(reading, language)) print(sentence)
    printDocuments(reading, language, print)
    if (values.objects) printObjects(reading, language, print)
    printFindings(reading, language, print)
  }
  return EXIT.read
}

function understand(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        geojson: { type: 'boolean' },
        json: { type: 'boolean' },
        objects: { type: 'boolean' },
        lang: { type: 'string', default: 'de' },
        crs: { type: 'string' },
        entry: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [file] = positionals
    if (values.help || file === undefined || positionals.length > 1) return null
    if (values.lang !== 'de' && values.lang !== 'en') return null
    const language: Language = values.lang
    return { file, language, values }
  } catch {
    return null
  }
}

const atLine = (line: number | null, language: Language): string =>
  line === null ? '' : language === 'de' ? `Zeile ${line}: ` : `line ${line}: `

function printRefusal(refusal: Refusal, language: Language, printError: Print): void {
  const refused = language === 'de' ? 'Nicht gelesen' : 'Refused'
  printError(`${refused} [${refusal.code}] ${atLine(refusal.line, language)}${refusal.message[language]}`)
  if (refusal.question) printQuestion(refusal.question, printError)
}

function printQuestion(question: Question, out: Print): void {
  if (question.kind === 'which-entry') for (const path of question.candidates) out(`  --entry ${path}`)
  else {
    for (const { crs, at } of question.candidates)
      out(`  --crs ${crs}  → ${at[1].toFixed(4)}° N, ${at[0].toFixed(4)}° E`)
  }
}

function printDocuments({ plans }: PlanFile, language: Language, print: Print): void {
  for (const { type, name, url, where } of plans.flatMap(({ documents }) => documents)) {
    print(`  ${[type?.words?.[language], name, url].filter(Boolean).join(' · ')} [${where}]`)
  }
}

function printObjects({ plans }: PlanFile, language: Language, print: Print): void {
  print('')
  for (const { line, designation, geometry } of plans.flatMap(({ objects }) => objects)) {
    print(`${String(line).padStart(7)}  ${designation[language]}${geometry ? ` (${geometry.type})` : ''}`)
  }
}

function printFindings({ findings, questions }: PlanFile, language: Language, out: Print): void {
  if (findings.length > 0) out('')
  for (const { severity, code, line, count, message } of findings) {
    const times = count > 1 ? ` (${count} ×)` : ''
    out(`${severity} [${code}] ${atLine(line, language)}${message[language]}${times}`)
  }
  for (const question of questions) printQuestion(question, out)
}
