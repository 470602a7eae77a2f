import { FileProblem, quoted } from './file-problem.ts'

/** What a row can say, with the headings under which it is understood: German, English, our own word. */
const HEADINGS = {
  sourceId: ['id', 'kennung', 'aktenzeichen', 'fremdnummer', 'nummer', 'source id', 'sourceid'],
  source: ['quelle', 'source'],
  channel: ['kanal', 'weg', 'eingangsweg', 'channel'],
  receivedOn: [
    'eingang',
    'eingangsdatum',
    'eingegangen am',
    'received',
    'received on',
    'receivedon',
    'date of receipt',
  ],
  authoredOn: ['datum', 'verfasst am', 'schreiben vom', 'date', 'authored on', 'authoredon'],
  title: ['titel', 'betreff', 'überschrift', 'title', 'subject'],
  text: ['text', 'stellungnahme', 'beitrag', 'inhalt', 'content', 'body'],
  language: ['sprache', 'language'],
  category: ['kategorie', 'thema', 'category', 'topic'],
  placeLabel: ['ort', 'straße', 'strasse', 'lage', 'place', 'street', 'place label', 'placelabel'],
  planPart: ['planteil', 'teil des plans', 'festsetzung', 'baugebiet', 'plan part', 'planpart'],
  lon: ['lon', 'lng', 'längengrad', 'longitude'],
  lat: ['lat', 'breitengrad', 'latitude'],
  geometry: ['geometrie', 'geojson', 'geometry'],
  audience: ['veröffentlichung', 'öffentlich', 'audience', 'publication'],
  name: ['name', 'verfasser', 'verfasserin', 'absender', 'absenderin', 'author'],
  email: ['e mail', 'email', 'mail'],
} as const satisfies Record<string, readonly string[]>

export type IntakeField = keyof typeof HEADINGS

export const INTAKE_FIELDS = Object.keys(HEADINGS) as IntakeField[]

const FIELD_OF = new Map<string, IntakeField>(
  INTAKE_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
)

/** How a file of another origin is read: our field from its key. */
export type Mapping = {
  fields: Partial<Record<IntakeField, string>>
  /** Keys that are kept as they came, beside the contribution. */
  extra?: string[]
  /** Keys that are left behind on purpose. */
  ignore?: string[]
  /** What holds for every row where its key says nothing. */
  always?: Partial<Record<IntakeField, string>>
}

/** A row under our names; nothing is checked yet. */
export type IntakeDraft = {
  values: Partial<Record<IntakeField, unknown>>
  extra: Record<string, unknown> | null
}

export type Translate = (cells: Map<string, unknown>) => IntakeDraft

/**
 * How the rows of a file with these keys are read. Only what is known by name is taken: a heading that nobody
 * understands stops the file, because what stands under it would silently be lost.
 *
 * @throws FileProblem for keys that are unknown, stand twice or are missing.
 */
export function translatorFor(keys: readonly string[], mapping: Mapping | null, line: number): Translate {
  const from = mapping ? fromMapping(keys, mapping, line) : fromHeadings(keys, line)
  if (!from.has('text') && !mapping?.always?.text)
    throw new FileProblem('columnMissing', line, 'there is no column for the text (“Text”, “Stellungnahme”).')
  const extra = mapping?.extra?.filter((key) => keys.includes(key)) ?? []
  return (cells) => {
    const values: IntakeDraft['values'] = { ...mapping?.always }
    for (const [field, key] of from) {
      const value = cells.get(key)
      if (value !== undefined && value !== null && value !== '') values[field] = value
    }
    return {
      values,
      extra: extra.length ? Object.fromEntries(extra.map((key) => [key, cells.get(key) ?? null])) : null,
    }
  }
}

function fromHeadings(keys: readonly string[], line: number): Map<IntakeField, string> {
  const from = new Map<IntakeField, string>()
  for (const key of keys) {
    const field = FIELD_OF.get(
      key
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s_\-.]+/g, ' ')
        .trim(),
    )
    if (!field) throw unknown(key, line)
    if (from.has(field))
      throw new FileProblem(
        'columnTwice',
        line,
        `the columns ${quoted(from.get(field)!)} and ${quoted(key)} mean the same.`,
      )
    from.set(field, key)
  }
  return from
}

function fromMapping(
  keys: readonly string[],
  { fields, extra = [], ignore = [] }: Mapping,
  line: number,
): Map<IntakeField, string> {
  const from = new Map(Object.entries(fields) as [IntakeField, string][])
  const known = new Set([...from.values(), ...extra, ...ignore])
  for (const key of keys) if (!known.has(key)) throw unknown(key, line)
  if (new Set(keys).size < keys.length)
    throw new FileProblem('columnTwice', line, 'two columns have the same name.')
  return from
}

const unknown = (key: string, line: number) =>
  new FileProblem(
    'unknownColumn',
    line,
    `the column ${quoted(key)} is not known. Understood are: ${INTAKE_FIELDS.map((field) => HEADINGS[field][0]).join(', ')}. ` +
      'Name other columns in a mapping (docs/intake.md).',
  )

/**
 * A mapping out of its file.
 *
 * @throws FileProblem for anything in it that is not a mapping.
 */
export function readMapping(text: string): Mapping {
  const bad = (words: string) => new FileProblem('mapping', 1, `the mapping is not usable: ${words}`)
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw bad('it is not JSON.')
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw bad('it is not an object.')
  const { fields = {}, extra = [], ignore = [], always = {}, ...rest } = read as Record<string, unknown>
  if (Object.keys(rest).length)
    throw bad(`it knows fields, extra, ignore and always, not ${quoted(Object.keys(rest)[0]!)}.`)
  for (const part of [fields, always])
    for (const [field, value] of Object.entries(part as object)) {
      if (!INTAKE_FIELDS.includes(field as IntakeField))
        throw bad(`there is no field ${quoted(field)}. There are: ${INTAKE_FIELDS.join(', ')}.`)
      if (typeof value !== 'string') throw bad(`${quoted(field)} must name a key.`)
    }
  for (const list of [extra, ignore])
    if (!Array.isArray(list) || !list.every((key) => typeof key === 'string'))
      throw bad('extra and ignore are lists of keys.')
  return { fields, extra, ignore, always } as Mapping
}
