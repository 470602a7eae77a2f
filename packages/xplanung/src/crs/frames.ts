import type { Findings } from '../findings.ts'
import type { Frame } from '../geometry/frame.ts'
import { Refused, type CrsCandidate, type Question, type RefusalCode } from '../refusal.ts'
import { words, type Words } from '../words/words.ts'
import { fitsLand, isInGermany } from './germany.ts'
import { parseSrsName } from './names.ts'
import { toLonLat } from './project.ts'
import { CANDIDATES, labelOf, type ReferenceSystem } from './systems.ts'

/** The first two numbers of a geometry as they stand in the file. */
export type Sample = readonly [number, number]

/** What is known about the place of a file besides its numbers. */
export interface Evidence {
  readonly samples: readonly Sample[]
  readonly municipalityKey: string | null
  /** the line where the label stands first */
  readonly line: number | null
}

const placeOf = (system: ReferenceSystem, northFirst: boolean, [a, b]: Sample) =>
  toLonLat(system, northFirst ? [b, a] : [a, b])

/** The share of samples that lie in Germany when read so. */
function share(system: ReferenceSystem, northFirst: boolean, samples: readonly Sample[]): number {
  if (samples.length === 0) return 0
  let inside = 0
  for (const sample of samples) {
    const place = placeOf(system, northFirst, sample)
    if (place && isInGermany(place)) inside++
  }
  return inside / samples.length
}

/** The order in which most samples lie in Germany; null when in neither half of them do. */
function orderOf(system: ReferenceSystem, samples: readonly Sample[]): { northFirst: boolean } | null {
  const eastFirst = share(system, false, samples)
  const northFirst = share(system, true, samples)
  if (Math.max(eastFirst, northFirst) < 0.5) return null
  return { northFirst: northFirst > eastFirst }
}

/** The systems in which the numbers of a file lie in Germany, each with where that would be. */
export function candidatesFor(
  { samples, municipalityKey }: Evidence,
  except: number | null = null,
): CrsCandidate[] {
  return CANDIDATES.filter(({ epsg }) => epsg !== except).flatMap((system) => {
    const order = orderOf(system, samples)
    if (!order) return []
    const at = samples
      .map((sample) => placeOf(system, order.northFirst, sample))
      .find((place) => place && isInGermany(place))
    if (!at) return []
    return [
      {
        crs: labelOf(system),
        at,
        swapped: order.northFirst,
        fitsMunicipality: municipalityKey !== null && fitsLand(municipalityKey, at),
      },
    ]
  })
}

const frameOfCandidate = ({ crs, swapped }: CrsCandidate): Frame => ({
  system: parseSrsName(crs).system!,
  northFirst: swapped,
})

/**
 * Decides how the numbers under one label are to be read.
 *
 * @param label srsName as it stands in the file, or null when nothing in the file names one
 * @returns the frame
 * @throws Refused `crs-missing`, `crs-unknown`, `crs-contradicts-numbers` with a question, or `outside-germany`
 */
export function settleFrame(label: string | null, evidence: Evidence, findings: Findings): Frame {
  const { samples, line } = evidence
  const named = label === null ? null : parseSrsName(label)
  if (!named?.system) {
    const [code, message] =
      label === null ? (['crs-missing', MISSING] as const) : (['crs-unknown', unknown(label)] as const)
    throw ask(code, message, label, evidence, candidatesFor(evidence))
  }
  const { system } = named
  const order = orderOf(system, samples)
  if (order) {
    tellOrder(label!, system, order.northFirst, named.eastFirst, line, findings)
    return { system, northFirst: order.northFirst }
  }

  const others = candidatesFor(evidence, system.epsg)
  const fitting = others.filter((candidate) => candidate.fitsMunicipality)
  const only = others.length === 1 ? others[0] : fitting.length === 1 ? fitting[0] : undefined
  if (only) {
    findings.tell('crs-repaired', { line, before: label, after: only.crs })
    const frame = frameOfCandidate(only)
    if (only.swapped && !frame.system.geographic) {
      findings.tell('axis-swapped', { line, before: 'north east', after: 'east north' })
    }
    return frame
  }
  if (others.length > 1) throw ask('crs-contradicts-numbers', contradicts(label!), label, evidence, others)
  throw outside(label!, system, evidence)
}

function tellOrder(
  label: string,
  system: ReferenceSystem,
  northFirst: boolean,
  eastFirstByName: boolean,
  line: number | null,
  findings: Findings,
): void {
  const defined = system.northFirst && !eastFirstByName
  if (northFirst && defined) findings.tell('axis-north-first', { line, detail: label })
  else if (northFirst) findings.tell('axis-swapped', { line, before: 'north east', after: 'east north' })
  else if (defined && system.geographic && /^(urn|http)/i.test(label.trim())) {
    // Written out as urn or http the name promises latitude first; the short form never kept to it.
    findings.tell('axis-swapped', { line, before: 'lon lat', after: 'lat lon' })
  }
}

function ask(
  code: RefusalCode,
  message: Words,
  stated: string | null,
  { line, samples }: Evidence,
  candidates: readonly CrsCandidate[],
): Refused {
  if (candidates.length === 0 && samples.length > 0) {
    return new Refused(
      'outside-germany',
      line,
      words(`${message.de} ${NOWHERE.de}`, `${message.en} ${NOWHERE.en}`),
    )
  }
  const question: Question = { kind: 'which-crs', stated, candidates }
  return new Refused(code, line, message, question)
}

const NOWHERE = words(
  'In keinem bekannten System liegen die Zahlen in Deutschland.',
  'In no known system do the numbers lie in Germany.',
)

const MISSING = words(
  'Die Datei nennt kein Koordinatensystem (srsName). In welchem System sind die Koordinaten?',
  'The file names no reference system (srsName). In which system are the coordinates?',
)

const unknown = (label: string) =>
  words(
    `Das Koordinatensystem "${label}" ist nicht bekannt. In welchem System sind die Koordinaten?`,
    `The reference system "${label}" is not known. In which system are the coordinates?`,
  )

const contradicts = (label: string) =>
  words(
    `Die Zahlen passen nicht zu "${label}", aber zu mehreren anderen Systemen. Welches ist es?`,
    `The numbers do not fit "${label}" but several other systems. Which one is it?`,
  )

function outside(label: string, system: ReferenceSystem, { samples, line }: Evidence): Refused {
  const sample = samples[0]
  const place = sample ? placeOf(system, false, sample) : null
  const where = place ? `${place[1].toFixed(2)}° N, ${place[0].toFixed(2)}° E` : (sample ?? []).join(' ')
  return new Refused(
    'outside-germany',
    line,
    words(
      `Mit "${label}" liegt der Plan nicht in Deutschland, sondern bei ${where}; auch sonst passt kein System.`,
      `With "${label}" the plan does not lie in Germany but at ${where}; no other system fits either.`,
    ),
  )
}
