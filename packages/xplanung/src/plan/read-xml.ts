import type { Findings } from '../findings.ts'
import type { GeometryContext } from '../geometry/frame.ts'
import type { Limits } from '../limits.ts'
import { Refused, type Question } from '../refusal.ts'
import { words } from '../words/words.ts'
import type { ByteSource } from '../xml/decode.ts'
import { childNamed, textOf, walk, type XmlElement } from '../xml/element.ts'
import { parseXml, type XmlFile } from '../xml/parse.ts'
import { assemblePlan } from './assemble.ts'
import { AttachmentIndex } from './documents.ts'
import { collectFeatures, type Feature } from './features.ts'
import { membershipOf } from './membership.ts'
import { Places } from './places.ts'
import type { PlanFile } from './reading.ts'

export interface Settings {
  readonly limits: Limits
  readonly assumeCrs: string | null
  readonly arcToleranceM: number
  readonly archive: PlanFile['archive']
}

/** Pairs of edges compared while looking for rings that cross themselves. */
const CROSSING_BUDGET = 20_000_000

/** @throws Refused */
export async function readXml(source: ByteSource, settings: Settings, findings: Findings): Promise<PlanFile> {
  const { limits, assumeCrs, arcToleranceM, archive } = settings
  const xml = await parseXml(source, limits, findings)
  const version = versionOf(xml, findings)
  const file = collectFeatures(xml.root, findings)
  const membership = membershipOf(file, findings)
  const { plans } = membership
  if (plans.length === 0) throw noPlan(xml.root)
  if (plans.length > 1)
    findings.tell('several-plans', { line: plans[1]!.element.line, detail: String(plans.length) })

  const context: GeometryContext = {
    byId: file.elementById,
    findings,
    limits,
    arcToleranceM,
    crossings: { left: CROSSING_BUDGET },
    positions: { left: limits.maxPositions * 4 },
    objectId: null,
    depth: 0,
  }
  const places = new Places(context)
  places.settle(file, keyOf(plans), assumeCrs)
  const questions: Question[] = []
  const assembly = {
    file,
    places,
    membership,
    attachments: archive ? new AttachmentIndex(archive.attachments) : null,
    major: Number(version.split('.')[0]),
    findings,
    questions,
  }
  return {
    ok: true,
    format: 'XPlanGML',
    version,
    featureCount: file.features.length,
    plans: plans.map((plan) => assemblePlan(plan, assembly)),
    crs: places.used(),
    arcToleranceM,
    archive,
    findings: findings.all(),
    questions,
  }
}

/** The key of the first municipality named, repaired as far as its first two digits need it. */
function keyOf(plans: readonly Feature[]): string | null {
  for (const { element } of plans) {
    const municipality = childNamed(element, 'gemeinde')?.children[0]
    const key = municipality ? textOf(municipality, 'ags') : null
    if (key && /^\d{7,8}$/.test(key)) return key.padStart(8, '0')
  }
  return null
}

const NEWEST_MINOR: Readonly<Record<number, number>> = { 4: 1, 5: 4, 6: 1 }

function versionOf({ root, versions }: XmlFile, findings: Findings): string {
  const stated = [...versions.keys()].map((version) =>
    version.startsWith('?') ? (statedVersion(root) ?? version) : version,
  )
  const version = stated[0]
  const line = versions.values().next().value ?? root.line
  if (version === undefined) {
    const name = root.name.slice(0, 60)
    throw new Refused(
      'not-xplangml',
      root.line,
      words(
        `Kein XPlanGML: das Wurzelelement ist "${name}" und kein Namensraum von XPlanGML ist genannt.`,
        `Not XPlanGML: the root element is "${name}" and no namespace of XPlanGML is named.`,
      ),
    )
  }
  if (stated.length > 1) findings.tell('mixed-versions', { line, detail: stated.join(', ') })
  const [major, minor] = version.split('.').map(Number)
  const newest = NEWEST_MINOR[major ?? 0]
  if (newest === undefined) {
    throw new Refused(
      'unsupported-version',
      line,
      words(
        `XPlanGML ${version} wird nicht gelesen; gelesen werden 4.0 bis 6.x.`,
        `XPlanGML ${version} is not read; 4.0 to 6.x are.`,
      ),
    )
  }
  if ((minor ?? 0) > newest) findings.tell('newer-version', { line, detail: version })
  return version
}

/** What the plan says about itself when its namespace does not. */
function statedVersion(root: XmlElement): string | null {
  for (const element of walk(root)) {
    if (element.name === 'xPlanGMLVersion') return /^\d+\.\d+/.exec(element.text)?.[0] ?? null
  }
  return null
}

const noPlan = (root: XmlElement) =>
  new Refused(
    'no-plan',
    root.line,
    words(
      'Die Datei enthält keinen Plan (BP_Plan, FP_Plan, RP_Plan, SO_Plan oder LP_Plan).',
      'The file holds no plan (BP_Plan, FP_Plan, RP_Plan, SO_Plan or LP_Plan).',
    ),
  )
