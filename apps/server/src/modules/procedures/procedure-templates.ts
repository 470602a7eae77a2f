import type { RuleId } from '@mitsprache/deadlines'
import type { LocalizedText, ProcedureKind, PublicationMode } from '@mitsprache/terms'

export type ProcedureTemplate = {
  key: string
  kind: ProcedureKind
  publicationMode: PublicationMode
  /** Step of the first round; field's terms, see glossary. */
  step: string
  legalBasis: string | null
  /** How long its period is by law; none where the dates are free. */
  rule: RuleId | null
  /** Kinds of document without which it cannot be published. */
  demands: ('planDrawing' | 'explanatoryReport')[]
  categories: {
    key: string
    label: LocalizedText
    shape: 'square' | 'circle' | 'diamond' | 'hexagon'
    letter: string
    colour: string
  }[]
}

const TRAFFIC = {
  key: 'traffic',
  label: { de: 'Verkehr', en: 'Traffic', hsb: 'Wobchad' },
  shape: 'square',
  letter: 'V',
  colour: '#1f4f9c',
} as const
const GREEN = {
  key: 'green',
  label: { de: 'Grün', en: 'Green space', hsb: 'Zeleń' },
  shape: 'circle',
  letter: 'G',
  colour: '#2e6b2e',
} as const
const BUILDING = {
  key: 'building',
  label: { de: 'Bauen', en: 'Building', hsb: 'Twarjenje' },
  shape: 'diamond',
  letter: 'B',
  colour: '#8a3b12',
} as const
const NOISE = {
  key: 'noise',
  label: { de: 'Lärm', en: 'Noise', hsb: 'Hara' },
  shape: 'hexagon',
  letter: 'L',
  colour: '#6b2a78',
} as const
const IDEA = {
  key: 'idea',
  label: { de: 'Idee', en: 'Idea', hsb: 'Ideja' },
  shape: 'circle',
  letter: 'I',
  colour: '#2e6b2e',
} as const
const PROBLEM = {
  key: 'problem',
  label: { de: 'Problem', en: 'Problem', hsb: 'Problem' },
  shape: 'diamond',
  letter: 'P',
  colour: '#8a3b12',
} as const

/**
 * What a planner starts from. Formal kinds are preset not to publish contributions.
 *
 * @source §§ 3, 4a Abs. 3 BauGB; § 73 VwVfG; § 9 ROG; §§ 18, 19 UVPG.
 */
export const PROCEDURE_TEMPLATES: readonly ProcedureTemplate[] = [
  {
    key: 'earlyParticipation',
    kind: 'urbanLandUsePlan',
    publicationMode: 'not',
    step: 'earlyParticipation',
    legalBasis: '§ 3 Abs. 1 BauGB',
    rule: 'baugb-3-1',
    demands: [],
    categories: [TRAFFIC, GREEN, BUILDING, NOISE],
  },
  {
    key: 'publicDisplay',
    kind: 'urbanLandUsePlan',
    publicationMode: 'not',
    step: 'publicDisplay',
    legalBasis: '§ 3 Abs. 2 BauGB',
    rule: 'baugb-3-2',
    demands: ['planDrawing', 'explanatoryReport'],
    categories: [TRAFFIC, GREEN, BUILDING, NOISE],
  },
  {
    key: 'renewedDisplay',
    kind: 'urbanLandUsePlan',
    publicationMode: 'not',
    step: 'renewedDisplay',
    legalBasis: '§ 4a Abs. 3 BauGB',
    rule: 'baugb-4a-3',
    demands: ['planDrawing', 'explanatoryReport'],
    categories: [TRAFFIC, GREEN, BUILDING, NOISE],
  },
  {
    key: 'planApproval',
    kind: 'planApproval',
    publicationMode: 'not',
    step: 'hearing',
    legalBasis: '§ 73 VwVfG',
    rule: 'vwvfg-73-display',
    demands: ['planDrawing', 'explanatoryReport'],
    categories: [TRAFFIC, GREEN, BUILDING, NOISE],
  },
  {
    key: 'regionalPlan',
    kind: 'regionalPlan',
    publicationMode: 'not',
    step: 'publicDisplay',
    legalBasis: '§ 9 Abs. 2 ROG',
    rule: 'rog-9-2',
    demands: ['explanatoryReport'],
    categories: [TRAFFIC, GREEN, BUILDING],
  },
  {
    key: 'environmentalAssessment',
    kind: 'environmentalAssessment',
    publicationMode: 'not',
    step: 'publicDisplay',
    legalBasis: '§ 18 UVPG',
    rule: 'uvpg-21',
    demands: ['explanatoryReport'],
    categories: [TRAFFIC, GREEN, NOISE],
  },
  {
    key: 'mapDialogue',
    kind: 'informalDialogue',
    publicationMode: 'afterReview',
    step: 'dialogue',
    legalBasis: null,
    rule: null,
    demands: [],
    categories: [IDEA, PROBLEM],
  },
]

export const templateByKey = (key: string) => PROCEDURE_TEMPLATES.find((template) => template.key === key)
