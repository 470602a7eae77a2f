import type { Finding } from './findings.ts'
import type { Words } from './words/words.ts'

/** Why a file was not read. Each has a sentence in `message` and, where the file has lines, a line. */
export type RefusalCode =
  | 'not-found'
  | 'empty'
  | 'not-xplangml'
  | 'unsupported-version'
  | 'not-well-formed'
  | 'doctype'
  | 'entity'
  | 'unreadable-encoding'
  | 'too-large'
  | 'too-deep'
  | 'no-plan'
  | 'no-territory'
  | 'crs-missing'
  | 'crs-unknown'
  | 'crs-contradicts-numbers'
  | 'outside-germany'
  | 'archive-damaged'
  | 'archive-path'
  | 'archive-bomb'
  | 'archive-encrypted'
  | 'archive-without-plan'
  | 'archive-several-plans'

/** What only a person can answer; hand the answer back in the options and read again. */
export type Question =
  /** In which system are the coordinates? Answer with `options.assumeCrs`. */
  | {
      readonly kind: 'which-crs'
      readonly stated: string | null
      readonly candidates: readonly CrsCandidate[]
    }
  /** Which file of the archive is the plan? Answer with `options.entry`. */
  | { readonly kind: 'which-entry'; readonly candidates: readonly string[] }

export interface CrsCandidate {
  /** such as `EPSG:25833` */
  readonly crs: string
  /** where the plan would lie: [lon, lat], EPSG:4326 */
  readonly at: readonly [number, number]
  /** whether north stands before east in the file then */
  readonly swapped: boolean
  /** the Land around that place, when the municipality key names the same one */
  readonly fitsMunicipality: boolean
}

export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  /** 1-based; null where the file as a whole is meant */
  readonly line: number | null
  readonly message: Words
  readonly question: Question | null
  /** what had been found until then */
  readonly findings: readonly Finding[]
}

/** Thrown inside the package and turned into a {@link Refusal} at its door. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly line: number | null
  readonly words: Words
  readonly question: Question | null

  constructor(code: RefusalCode, line: number | null, words: Words, question: Question | null = null) {
    super(words.en)
    this.code = code
    this.line = line
    this.words = words
    this.question = question
  }
}
