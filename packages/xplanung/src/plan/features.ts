import type { Findings } from '../findings.ts'
import { isGeometry } from '../geometry/gml.ts'
import { isKnownClass } from '../words/classes.ts'
import { PROPERTY_NAMES, TYPE_NAMES } from '../words/vocabulary.ts'
import { hrefOf, idOf, walk, type XmlElement } from '../xml/element.ts'

/** One plan, section, text or object of the file. */
export interface Feature {
  readonly id: string
  readonly element: XmlElement
}

export interface FeatureFile {
  /** in the order of the file */
  readonly features: readonly Feature[]
  readonly featureById: ReadonlyMap<string, Feature>
  /** everything with a gml:id: features, geometries and their parts */
  readonly elementById: ReadonlyMap<string, XmlElement>
  /** the collection's own envelope, where it has one */
  readonly root: XmlElement
}

const MEMBERS = new Set(['featureMember', 'featureMembers', 'member', 'members'])

/** An object written where a reference could stand: it has an id, types have none. */
const isInlineFeature = (element: XmlElement): boolean =>
  element.space !== 'gml' &&
  !TYPE_NAMES.has(element.name) &&
  isKnownClass(element.name) &&
  idOf(element) !== null

/**
 * Finds the features of a collection, whichever way its members are written, and what is unknown among them.
 */
export function collectFeatures(root: XmlElement, findings: Findings): FeatureFile {
  const elementById = new Map<string, XmlElement>()
  const featureById = new Map<string, Feature>()
  const features: Feature[] = []

  for (const element of walk(root)) {
    const id = idOf(element)
    if (!id) continue
    if (elementById.has(id)) findings.tell('duplicate-id', { line: element.line, objectId: id, detail: id })
    else elementById.set(id, element)
  }

  const add = (element: XmlElement) => {
    if (element.space === 'gml') return
    if (element.space === 'other' && !isKnownClass(element.name)) {
      findings.tell('foreign-feature', { line: element.line, detail: element.name })
      return
    }
    let id = idOf(element)
    if (!id || featureById.has(id)) {
      // The same id a second time: both are kept, and references go to the first.
      if (!id) findings.tell('missing-id', { line: element.line, detail: element.name })
      id = `${id ?? element.name}-line-${element.line}`
      for (let number = 2; featureById.has(id); number++) id = `${id}-${number}`
    }
    if (!isKnownClass(element.name)) {
      findings.tell('unknown-class', { line: element.line, objectId: id, detail: element.name })
    }
    const feature = { id, element }
    features.push(feature)
    featureById.set(id, feature)
    for (const property of element.children) checkProperty(property, id)
  }

  const checkProperty = (property: XmlElement, objectId: string) => {
    if (property.space === 'gml') return
    if (!PROPERTY_NAMES.has(property.name)) {
      findings.tell('unknown-element', { line: property.line, objectId, detail: property.name })
    }
    for (const value of property.children) {
      if (isGeometry(value) || value.space === 'gml') continue
      if (isInlineFeature(value)) add(value)
      else for (const inner of value.children) if (value.space === 'xplan') checkProperty(inner, objectId)
    }
  }

  // A single plan may stand there without a collection around it.
  if (isKnownClass(root.name)) add(root)
  for (const child of root.children) {
    if (MEMBERS.has(child.name)) for (const member of child.children) add(member)
    else if (isKnownClass(child.name)) add(child)
  }
  return { features, featureById, elementById, root }
}

/**
 * The id a reference points to, or null when the element refers to nothing in this file: web addresses and names
 * of code lists do not.
 */
export function targetOf(element: XmlElement): { id: string; hadHash: boolean } | null {
  const href = hrefOf(element)?.trim()
  if (!href) return null
  if (href.startsWith('#')) return { id: href.slice(1), hadHash: true }
  return /^[\w.-]+$/.test(href) ? { id: href, hadHash: false } : null
}

/** Inline features of a property, or what its reference points to. */
export function targetsOf(property: XmlElement): string[] {
  const target = targetOf(property)
  if (target) return [target.id]
  return property.children.filter(isInlineFeature).map((element) => idOf(element)!)
}
