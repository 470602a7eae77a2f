import { Refused } from '../refusal.ts'
import { words } from '../words/words.ts'
import type { Archive } from './open-archive.ts'

const SNIFFED_BYTES = 64 * 1024

/**
 * Which entry of an archive is the plan: the only GML file, or the only one that speaks of XPlanGML.
 *
 * @param wanted what a person answered
 * @throws Refused `archive-without-plan`, or `archive-several-plans` with a question
 */
export async function findPlan(archive: Archive, wanted: string | null): Promise<string> {
  const paths = archive.entries.map(({ path }) => path)
  if (wanted !== null) {
    if (paths.includes(wanted)) return wanted
    throw new Refused(
      'archive-without-plan',
      null,
      words(`Im Archiv liegt kein "${wanted}".`, `There is no "${wanted}" in the archive.`),
    )
  }
  const candidates = paths.filter((path) => /\.(gml|xml)$/i.test(path))
  if (candidates.length === 1) return candidates[0]!
  const plans: string[] = []
  for (const path of candidates.slice(0, 50)) if (await speaksXplan(archive, path)) plans.push(path)
  if (plans.length === 1) return plans[0]!
  if (plans.length === 0) {
    throw new Refused(
      'archive-without-plan',
      null,
      words('Im Archiv liegt kein XPlanGML.', 'There is no XPlanGML in the archive.'),
    )
  }
  throw new Refused(
    'archive-several-plans',
    null,
    words(
      `Im Archiv liegen ${plans.length} Pläne. Welcher ist gemeint?`,
      `There are ${plans.length} plans in the archive. Which one is meant?`,
    ),
    { kind: 'which-entry', candidates: plans },
  )
}

async function speaksXplan(archive: Archive, path: string): Promise<boolean> {
  const stream = await archive.stream(path)
  let head = ''
  try {
    for await (const chunk of stream) {
      head += Buffer.from(chunk as Uint8Array)
        .toString('latin1')
        .replaceAll('\0', '')
      if (/xplanung\.de\/xplangml/i.test(head)) return true
      if (head.length > SNIFFED_BYTES) return false
    }
  } finally {
    stream.destroy()
  }
  return false
}
