import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isRefusal, readPlan, type PlanFile, type ReadOptions, type Refusal } from '../src/index.ts'

export const samplePath = (name: string): string => fileURLToPath(new URL(`samples/${name}`, import.meta.url))

export const sampleBytes = (name: string): Buffer => readFileSync(samplePath(name))

export const SAMPLES = ['bp-4.1.gml', 'bp-6.0.gml', 'fp-5.4.gml', 'rp-5.2.gml', 'so-6.1.gml'] as const

/** The plan of the sample town with something in it changed. */
export function changed(...changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  let text = sampleBytes('bp-6.0.gml').toString()
  for (const [from, to] of changes) {
    const next = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to)
    if (next === text) throw new Error(`The sample has no ${String(from)}`)
    text = next
  }
  return text
}

export async function read(text: string | Buffer, options: ReadOptions = {}): Promise<PlanFile> {
  const reading = await readPlan(Buffer.from(text as string), options)
  if (isRefusal(reading)) throw new Error(`${reading.code}, line ${reading.line}: ${reading.message.en}`)
  return reading
}

export async function refused(text: string | Buffer, options: ReadOptions = {}): Promise<Refusal> {
  const reading = await readPlan(Buffer.from(text as string), options)
  if (!isRefusal(reading)) throw new Error('This was read.')
  return reading
}

export const findingOf = (file: { findings: PlanFile['findings'] }, code: string) =>
  file.findings.find((finding) => finding.code === code)

/** A plan with one territory, as short as it can be. */
export const tinyPlan = (territory: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<gml:featureMember><xplan:BP_Plan gml:id="P"><xplan:name>Klein</xplan:name>
<xplan:raeumlicherGeltungsbereich>
${territory}
</xplan:raeumlicherGeltungsbereich>
<xplan:planArt>1000</xplan:planArt></xplan:BP_Plan></gml:featureMember>
${more}
</xplan:XPlanAuszug>`

export const polygon = (positions: string, srsName: string | null): string =>
  `<gml:Polygon${srsName === null ? '' : ` srsName="${srsName}"`}><gml:exterior><gml:LinearRing><gml:posList>${positions}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`
