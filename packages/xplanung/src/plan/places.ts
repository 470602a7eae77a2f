import type { Geometry } from 'geojson'
import { settleFrame, type Sample } from '../crs/frames.ts'
import { parseSrsName } from '../crs/names.ts'
import { labelOf } from '../crs/systems.ts'
import type { Findings } from '../findings.ts'
import { asGeoJson } from '../geometry/geojson.ts'
import { Unusable, type Frame, type GeometryContext } from '../geometry/frame.ts'
import { OutsideGermany, isGeometry, readGeometry } from '../geometry/gml.ts'
import { firstNumbers } from '../geometry/positions.ts'
import { addShape, emptyShape } from '../geometry/shapes.ts'
import { Refused } from '../refusal.ts'
import { words } from '../words/words.ts'
import { attribute, childNamed, walk, type XmlElement } from '../xml/element.ts'
import { isPlanClass } from '../words/classes.ts'
import type { Feature, FeatureFile } from './features.ts'
import type { UsedCrs } from './reading.ts'

/** Geometries looked at to decide how one label is to be read. */
const MAX_SAMPLES = 500

/** No name of a reference system is longer; whatever is, is none. */
const MAX_NAME_LENGTH = 200

/** A label, what was seen under it, and in the end the frame it stands for. */
interface Label {
  readonly stated: string | null
  line: number | null
  samples: Sample[]
  count: number
  usedByTerritory: boolean
  frame: Frame | null
}

const srsNameOf = (element: XmlElement): string | null =>
  attribute(element, 'srsName')?.slice(0, MAX_NAME_LENGTH).trim() || null

const envelopeOf = (element: XmlElement): XmlElement | null =>
  childNamed(element, 'boundedBy')?.children[0] ?? null

/** Geometries directly inside the properties of a feature. */
export const geometryProperties = (feature: XmlElement): XmlElement[] =>
  feature.children.filter((property) => property.name !== 'boundedBy' && property.children.some(isGeometry))

/**
 * Where things are. Settles once how the numbers under each srsName are to be read, then draws the geometries of
 * features one by one.
 */
export class Places {
  private readonly labels = new Map<string | null, Label>()
  private readonly labelOfElement = new Map<XmlElement, string | null>()
  private readonly context: GeometryContext
  private readonly findings: Findings

  constructor(context: GeometryContext) {
    this.context = context
    this.findings = context.findings
  }

  /**
   * @param assumeCrs what a person answered: counts instead of whatever the file says
   * @throws Refused when the territory of a plan, or most of the file, cannot be placed
   */
  settle(file: FeatureFile, municipalityKey: string | null, assumeCrs: string | null): void {
    const whole = this.commonLabel(file)
    for (const { element } of file.features) this.collect(element, whole)
    const total = [...this.labels.values()].reduce((sum, label) => sum + label.count, 0)
    for (const label of this.labels.values()) {
      const { samples, line, stated } = label
      const asked = assumeCrs ?? stated
      if (assumeCrs !== null) this.findings.tell('crs-assumed', { line, before: stated, after: assumeCrs })
      try {
        label.frame = settleFrame(asked, { samples, municipalityKey, line }, this.findings)
      } catch (error) {
        if (!(error instanceof Refused) || label.usedByTerritory || label.count * 2 > total) throw error
        this.findings.tell('geometry-unusable', { line, detail: error.words.en })
      }
    }
  }

  /** The reference systems met, the one of most geometries first. */
  used(): UsedCrs[] {
    return [...this.labels.values()]
      .sort((a, b) => b.count - a.count)
      .flatMap(({ stated, frame }) =>
        frame
          ? [
              {
                stated,
                readAs: labelOf(frame.system),
                name: frame.system.name,
                northFirst: frame.northFirst,
                datumShift: frame.system.shift,
              },
            ]
          : [],
      )
  }

  /** The numbers of the label a geometry stands under, for a second look at where they could be. */
  samplesAt(geometry: XmlElement): readonly Sample[] {
    return this.labels.get(this.labelOfElement.get(geometry) ?? null)?.samples ?? []
  }

  /** All geometries of the given properties as one, or null when none of them can be drawn. */
  draw(properties: readonly XmlElement[], objectId: string): Geometry | null {
    const shape = emptyShape()
    this.context.objectId = objectId
    for (const geometry of properties.flatMap(({ children }) => children.filter(isGeometry))) {
      try {
        addShape(
          shape,
          readGeometry(geometry, (element) => this.frameOf(element, geometry), this.context),
        )
      } catch (error) {
        if (error instanceof OutsideGermany) {
          this.findings.tell('outside-germany', { line: error.line, objectId, before: error.at })
        } else if (error instanceof Unusable) {
          this.findings.tell('geometry-unusable', { line: error.line, objectId, detail: error.message })
        } else throw error
      }
    }
    return asGeoJson(shape)
  }

  private frameOf(element: XmlElement, outer: XmlElement): Frame | null {
    const own = srsNameOf(element) ?? this.labelOfElement.get(element)
    const label = own === undefined || own === null ? (this.labelOfElement.get(outer) ?? null) : own
    return (
      this.labels.get(label)?.frame ?? this.labels.get(this.labelOfElement.get(outer) ?? null)?.frame ?? null
    )
  }

  private collect(feature: XmlElement, whole: string | null): void {
    const envelope = envelopeOf(feature)
    for (const property of geometryProperties(feature)) {
      const isTerritory = isPlanClass(feature.name)
      for (const geometry of property.children.filter(isGeometry)) {
        const own = innerLabel(geometry)
        const inherited = own ? null : envelope ? srsNameOf(envelope) : null
        const label = own ?? inherited ?? whole
        if (!own && label) {
          this.findings.tell('crs-inherited', {
            line: geometry.line,
            objectId: attribute(feature, 'id'),
            detail: inherited ? 'Envelope' : 'file',
            after: parseSrsName(label).label,
          })
        }
        this.count(label, geometry, isTerritory)
        this.labelOfElement.set(geometry, label)
        for (const inner of walk(geometry)) {
          const other = inner === geometry ? null : srsNameOf(inner)
          if (other && other !== label && isGeometry(inner)) this.count(other, inner, isTerritory)
        }
      }
    }
  }

  private count(stated: string | null, geometry: XmlElement, isTerritory: boolean): void {
    let label = this.labels.get(stated)
    if (!label) {
      label = { stated, line: geometry.line, samples: [], count: 0, usedByTerritory: false, frame: null }
      this.labels.set(stated, label)
    }
    label.count++
    label.usedByTerritory ||= isTerritory
    // Territories come first: they decide where a file lies, and the first sample is the one that is quoted.
    if (label.samples.length >= (isTerritory ? 2 * MAX_SAMPLES : MAX_SAMPLES)) return
    const sample = firstNumbers(geometry)
    if (sample && isTerritory) label.samples.unshift(sample)
    else if (sample) label.samples.push(sample)
  }

  /** The label of the collection's envelope, else the only one the file uses at all. */
  private commonLabel({ root, features }: FeatureFile): string | null {
    const envelope = envelopeOf(root)
    const stated = envelope ? srsNameOf(envelope) : null
    if (stated) return stated
    const used = new Set<string>()
    for (const { element } of features) {
      for (const inner of walk(element)) {
        const name = srsNameOf(inner)
        if (name) used.add(name)
        if (used.size > 1) return null
      }
    }
    return [...used][0] ?? null
  }
}

/** The srsName of a geometry: its own, or the first one inside it. */
function innerLabel(geometry: XmlElement): string | null {
  for (const element of walk(geometry)) {
    const name = srsNameOf(element)
    if (name) return name
  }
  return null
}

/** @throws Refused `no-territory` when a plan does not say where it applies */
export function demandTerritory(plan: Feature, territory: Geometry | null): Geometry {
  if (territory) return territory
  throw new Refused(
    'no-territory',
    plan.element.line,
    words(
      'Der Plan hat keinen räumlichen Geltungsbereich, der sich zeichnen lässt.',
      'The plan has no territory that can be drawn.',
    ),
  )
}
