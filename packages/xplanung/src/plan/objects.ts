import type { Findings } from '../findings.ts'
import { classWords, familyOf, isPresentationClass } from '../words/classes.ts'
import { PLAN_CODES } from '../words/codes-plan.ts'
import { designate } from '../words/designation.ts'
import type { Row } from '../words/table.ts'
import { textOf } from '../xml/element.ts'
import { attributesOf, referencesOf } from './attributes.ts'
import type { Feature, FeatureFile } from './features.ts'
import { geometryProperties, type Places } from './places.ts'
import type { CodedValue, PlanObject, PlanText } from './reading.ts'

export const coded = (code: string | null, list: ReadonlyMap<string, Row> | null): CodedValue | null => {
  if (code === null) return null
  const row = list?.get(code)
  return { code, words: row ? { de: row.de, en: row.en } : null }
}

/** Since version 6 one list serves all plans; before, each kind of plan had its own. */
function legalCharacterOf({ element }: Feature, major: number): CodedValue | null {
  const code = textOf(element, 'rechtscharakter')
  if (code === null || code === '9998') return null
  const lists: Readonly<Record<string, ReadonlyMap<string, Row>>> = {
    BP: PLAN_CODES.rechtscharakterBP,
    FP: PLAN_CODES.rechtscharakterFP,
    SO: PLAN_CODES.rechtscharakterSO,
    RP: PLAN_CODES.rechtscharakterRP,
  }
  const list = major >= 6 ? PLAN_CODES.rechtscharakterXP : lists[familyOf(element.name) ?? '']
  return coded(code, list ?? null)
}

/** Classes whose objects need no place of their own. */
const PLACELESS = /^XP_Praesentationsobjekt$|^XP_Raster|^BP_Raster|^RP_Legendenobjekt$|^XP_ExterneReferenz/

export function planObject(
  feature: Feature,
  section: string | null,
  file: FeatureFile,
  places: Places,
  major: number,
  findings: Findings,
): PlanObject {
  const { id, element } = feature
  const { words, sign, unknownCodes } = designate(element)
  for (const detail of unknownCodes)
    findings.tell('unknown-code', { line: element.line, objectId: id, detail })
  const properties = geometryProperties(element)
  const geometry = places.draw(properties, id)
  if (properties.length === 0 && !PLACELESS.test(element.name)) {
    findings.tell('geometry-missing', { line: element.line, objectId: id, detail: element.name })
  }
  return {
    id,
    class: element.name,
    className: classWords(element.name),
    kind: isPresentationClass(element.name) ? 'presentation' : 'content',
    designation: words,
    sign,
    legalCharacter: legalCharacterOf(feature, major),
    section,
    level: Math.trunc(Number(textOf(element, 'ebene') ?? 0)) || 0,
    geometry,
    attributes: attributesOf(element),
    references: referencesOf(element, id, file, findings),
    line: element.line,
  }
}

export const planText = ({ id, element }: Feature): PlanText => ({
  id,
  key: textOf(element, 'schluessel'),
  text: textOf(element, 'text') ?? '',
  isReasoning: element.name.endsWith('BegruendungAbschnitt'),
  line: element.line,
})
