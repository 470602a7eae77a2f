import type { Findings } from '../findings.ts'
import { landOf } from '../crs/germany.ts'
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts'
import type { Municipality } from './reading.ts'

/** The municipalities of a plan with their keys checked; a key that lost its leading zero gets it back. */
export function municipalitiesOf(plan: XmlElement, objectId: string, findings: Findings): Municipality[] {
  return ['gemeinde', 'planaufstellendeGemeinde'].flatMap((property, index, all) => {
    const there = childrenNamed(plan, property)
    // Who draws up the plan counts only when nobody says for whom.
    if (index > 0 && childrenNamed(plan, all[0]!).length > 0) return []
    return there.flatMap((holder) => {
      const element = holder.children[0]
      if (!element) return []
      return [
        {
          key: keyOf(textOf(element, 'ags'), element, objectId, findings),
          regionalKey: textOf(element, 'rs'),
          name: textOf(element, 'gemeindeName'),
          district: textOf(element, 'ortsteilName'),
        },
      ]
    })
  })
}

function keyOf(
  stated: string | null,
  element: XmlElement,
  objectId: string,
  findings: Findings,
): string | null {
  if (!stated) return null
  const digits = stated.replaceAll(/\s/g, '')
  const { line } = element
  const complete = /^\d{7}$/.test(digits) ? `0${digits}` : digits
  if (!/^\d{8}$/.test(complete) || !landOf(complete)) {
    findings.tell('municipality-key-wrong', { line, objectId, detail: stated.slice(0, 40) })
    return null
  }
  if (complete !== stated)
    findings.tell('municipality-key-repaired', { line, objectId, before: stated, after: complete })
  return complete
}
