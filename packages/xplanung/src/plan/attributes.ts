import type { Findings } from '../findings.ts'
import { isGeometry } from '../geometry/gml.ts'
import type { XmlElement } from '../xml/element.ts'
import { targetOf, targetsOf, type FeatureFile } from './features.ts'
import type { Attributes, AttributeValue, Reference } from './reading.ts'

/** Everything a feature says besides its geometry and its links, as it stands in the file. */
export function attributesOf(element: XmlElement): Attributes {
  const attributes: Record<string, AttributeValue> = Object.create(null) as Record<string, AttributeValue>
  for (const child of element.children) {
    if (child.name === 'boundedBy') continue
    const value = valueOf(child)
    if (value === null) continue
    const before = attributes[child.name]
    if (before === undefined) attributes[child.name] = value
    else if (Array.isArray(before)) (before as AttributeValue[]).push(value)
    else attributes[child.name] = [before, value]
  }
  return attributes
}

function valueOf(property: XmlElement): AttributeValue | null {
  if (property.children.some(isGeometry)) return null
  if (property.children.length > 0) {
    const [only] = property.children
    // The type inside a property says nothing the property does not say; several of them stay apart.
    if (property.children.length === 1 && only!.children.length > 0 && /^[A-Z]{2}_/.test(only!.name))
      return attributesOf(only!)
    return attributesOf(property)
  }
  if (!property.text) return null
  const unit = property.attributes?.['uom']
  return unit ? { value: property.text, unit } : property.text
}

/** The links of a feature, each looked up; those that lead nowhere are told. */
export function referencesOf(
  element: XmlElement,
  objectId: string,
  file: FeatureFile,
  findings: Findings,
): Reference[] {
  const references: Reference[] = []
  for (const property of element.children) {
    if (property.space === 'gml') continue
    for (const target of targetsOf(property)) {
      const resolved = file.elementById.has(target)
      references.push({ property: property.name, target, resolved })
      const { line } = property
      if (!resolved) findings.tell('broken-reference', { line, objectId, detail: property.name })
      else if (targetOf(property)?.hadHash === false) {
        findings.tell('reference-without-hash', { line, objectId, detail: property.name })
      }
    }
  }
  return references
}
