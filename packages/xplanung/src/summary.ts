import type { CodedValue, Plan, PlanFile } from './plan/reading.ts'
import type { Language, Words } from './words/words.ts'

const day = (iso: string, language: Language): string =>
  language === 'de'
    ? iso
        .split('-')
        .reverse()
        .map((part) => String(Number(part)))
        .join('.')
    : iso

const say = (value: CodedValue, language: Language): string => value.words?.[language] ?? value.code

const list = (parts: readonly string[], language: Language): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${language === 'de' ? 'und' : 'and'} ${parts.at(-1)}`

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/**
 * What a plan file says, in sentences: what plan this is, how far it has come, what it holds, how exactly it was
 * placed. One sentence per entry, without what the file does not say.
 */
export function summary(file: PlanFile, language: Language = 'de'): string[] {
  const sentences = file.plans.flatMap((plan) => planSentences(plan, language))
  const seen = new Set<string>()
  for (const { readAs, name, datumShift } of file.crs) {
    if (seen.has(readAs)) continue
    seen.add(readAs)
    sentences.push(crsSentence(readAs, name, datumShift.accuracyM, language))
  }
  sentences.push(
    language === 'de'
      ? `XPlanGML ${file.version}: ${count(file.featureCount, 'Objekt', 'Objekte')} in der Datei gelesen.`
      : `XPlanGML ${file.version}: ${count(file.featureCount, 'feature', 'features')} of the file read.`,
  )
  const told = (severity: string) =>
    file.findings
      .filter((finding) => finding.severity === severity)
      .reduce((sum, finding) => sum + finding.count, 0)
  const [repaired, warned] = [told('repaired'), told('warning')]
  if (repaired + warned > 0) {
    sentences.push(
      language === 'de'
        ? `${count(repaired, 'Stelle wurde', 'Stellen wurden')} berichtigt, ${count(warned, 'Hinweis bleibt', 'Hinweise bleiben')}.`
        : `${count(repaired, 'place was', 'places were')} repaired, ${count(warned, 'warning remains', 'warnings remain')}.`,
    )
  }
  return sentences
}

function crsSentence(readAs: string, name: string, accuracyM: number, language: Language): string {
  if (language === 'de') {
    const exactly =
      accuracyM === 0 ? 'unverändert übernommen' : `nach EPSG:4326 auf etwa ${accuracyM} m genau umgerechnet`
    return `Die Koordinaten stehen in ${readAs} (${name}) und sind ${exactly}.`
  }
  const exactly = accuracyM === 0 ? 'taken as they stand' : `converted to EPSG:4326 to about ${accuracyM} m`
  return `The coordinates are in ${readAs} (${name}) and were ${exactly}.`
}

function planSentences(plan: Plan, language: Language): string[] {
  const de = language === 'de'
  const sentences: string[] = []
  const kind = plan.types[0]?.words?.[language] ?? plan.className[language]
  const title = plan.name ? `„${plan.name}“` : de ? 'ohne Namen' : 'without a name'
  const number = plan.number && !plan.name?.includes(plan.number) ? ` (${plan.number})` : ''
  const towns = plan.municipalities.map(({ name, district, key }) =>
    [[name, district].filter(Boolean).join(', '), key ? `(${de ? 'Schlüssel' : 'key'} ${key})` : '']
      .filter(Boolean)
      .join(' '),
  )
  const where = towns.length > 0 ? ` ${de ? 'für' : 'for'} ${list(towns, language)}` : ''
  sentences.push(
    `${capital(kind)} ${de ? title : title.replace('„', '“').replace(/“$/, '”')}${number}${where}.`,
  )

  if (plan.legalState) {
    const method = plan.procedure ? `, ${say(plan.procedure, language)}` : ''
    sentences.push(`${de ? 'Stand' : 'State'}: ${say(plan.legalState, language)}${method}.`)
  }
  if (plan.dates.length > 0) {
    const dates = plan.dates.map(({ words, on, until }) =>
      until
        ? `${words[language]} ${day(on, language)} ${de ? 'bis' : 'to'} ${day(until, language)}`
        : `${words[language]} ${day(on, language)}`,
    )
    sentences.push(`${de ? 'Verfahren' : 'Procedure'}: ${dates.join('; ')}.`)
  }
  const content = plan.objects.filter(({ kind: role }) => role === 'content')
  const presentation = plan.objects.length - content.length
  const classes = byFrequency(content.map(({ className }) => className)).slice(0, 6)
  const most = classes.map(([name, times]) => `${times} × ${name[language]}`).join(', ')
  sentences.push(
    de
      ? `Er hat ${count(plan.sections.length, 'Bereich', 'Bereiche')} und ${count(content.length, 'Planobjekt', 'Planobjekte')}${most ? ` (${most}${classes.length < 6 ? '' : ', …'})` : ''}${presentation > 0 ? `, dazu ${count(presentation, 'Zeichen', 'Zeichen')} der Darstellung` : ''}.`
      : `It has ${count(plan.sections.length, 'section', 'sections')} and ${count(content.length, 'object', 'objects')}${most ? ` (${most}${classes.length < 6 ? '' : ', …'})` : ''}${presentation > 0 ? `, and ${count(presentation, 'sign', 'signs')} of the drawing` : ''}.`,
  )
  if (plan.documents.length + plan.texts.length > 0) {
    sentences.push(
      de
        ? `Dazu gehören ${count(plan.texts.length, 'Textabschnitt', 'Textabschnitte')} und ${count(plan.documents.length, 'Dokument', 'Dokumente')}.`
        : `It comes with ${count(plan.texts.length, 'section of text', 'sections of text')} and ${count(plan.documents.length, 'document', 'documents')}.`,
    )
  }
  return sentences
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function byFrequency(names: readonly Words[]): [Words, number][] {
  const counts = new Map<string, [Words, number]>()
  for (const name of names) {
    const entry = counts.get(name.de)
    if (entry) entry[1]++
    else counts.set(name.de, [name, 1])
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1])
}
