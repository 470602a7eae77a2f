import { FINDING_WORDS } from './words/finding-words.ts'
import type { Words } from './words/words.ts'

export type FindingCode = keyof typeof FINDING_WORDS

/**
 * How much it matters: `note` was read as the standard allows, `repaired` was wrong and is right now,
 * `warning` is wrong and stayed as it was.
 */
export type Severity = 'note' | 'repaired' | 'warning'

export interface Place {
  /** 1-based */
  readonly line: number | null
  /** gml:id of the plan, section or object it happened to */
  readonly objectId: string | null
}

/** Something about the file that its author should know. The same thing at many places is told once. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** the first place */
  readonly line: number | null
  readonly message: Words
  /** as it stood in the file, where something was repaired or is contradicted */
  readonly before: string | null
  readonly after: string | null
  readonly count: number
  /** the places, at most {@link MAX_PLACES} of them */
  readonly places: readonly Place[]
}

export const MAX_PLACES = 2000
/** Different findings kept; a file that is wrong in more ways is told so in one more. */
const MAX_FINDINGS = 500

interface Draft {
  code: FindingCode
  line: number | null
  detail: string
  before: string | null
  after: string | null
  count: number
  places: Place[]
}

export interface Remark {
  readonly line: number | null
  readonly objectId?: string | null
  /** what the sentence is about: an element name, a reference, a reason */
  readonly detail?: string
  readonly before?: string | null
  readonly after?: string | null
}

/** Collects what is found while reading. */
export class Findings {
  private readonly drafts = new Map<string, Draft>()
  private overflow = 0

  tell(code: FindingCode, { line, objectId = null, detail = '', before = null, after = null }: Remark): void {
    const key = `${code}\0${detail}\0${before ?? ''}\0${after ?? ''}`
    let draft = this.drafts.get(key)
    if (!draft) {
      if (this.drafts.size >= MAX_FINDINGS) {
        this.overflow++
        return
      }
      draft = { code, line, detail, before, after, count: 0, places: [] }
      this.drafts.set(key, draft)
    }
    draft.count++
    if (draft.places.length < MAX_PLACES) draft.places.push({ line, objectId })
  }

  has(code: FindingCode): boolean {
    for (const draft of this.drafts.values()) if (draft.code === code) return true
    return false
  }

  /** Everything found, what matters most first, then by line. */
  all(): Finding[] {
    const list = [...this.drafts.values()].map(asFinding)
    if (this.overflow > 0) {
      list.push(
        asFinding({
          code: 'too-many-findings',
          line: null,
          detail: String(this.overflow),
          before: null,
          after: null,
          count: this.overflow,
          places: [],
        }),
      )
    }
    const rank: Record<Severity, number> = { warning: 0, repaired: 1, note: 2 }
    return list.sort((a, b) => rank[a.severity] - rank[b.severity] || (a.line ?? 0) - (b.line ?? 0))
  }
}

function asFinding({ code, line, detail, before, after, count, places }: Draft): Finding {
  const [severity, sentence] = FINDING_WORDS[code]
  return { code, severity, line, message: sentence(detail, before, after), before, after, count, places }
}
