import { isId, LIMITS, type Id } from '@mitsprache/terms'
import type { FieldProblem } from '../../platform/refusal.graphql.ts'
import { isReadable, tidyText } from './contribution.rules.ts'

/** A file as it is named when a contribution is handed in. */
export type FileWish = { uploadId: Id; alt?: string | null }

/** Problems that can be told without asking what became of the uploads; each names the file by its place in the list. */
export function findFileProblems(files: readonly FileWish[] | null | undefined): FieldProblem[] {
  const problems: FieldProblem[] = []
  const seen = new Set<Id>()
  if ((files?.length ?? 0) > LIMITS.filesPerContribution)
    return [{ field: 'files', problem: 'tooMany', limit: LIMITS.filesPerContribution }]
  for (const [place, { uploadId, alt }] of (files ?? []).entries()) {
    const field = `files.${place}`
    if (!isId(uploadId)) problems.push({ field, problem: 'unknown' })
    else if (seen.has(uploadId)) problems.push({ field, problem: 'twice' })
    seen.add(uploadId)
    if (!alt) continue
    if (!isReadable(alt)) problems.push({ field: `${field}.alt`, problem: 'unreadable' })
    else if ([...alt].length > LIMITS.fileAltText)
      problems.push({ field: `${field}.alt`, problem: 'tooLong', limit: LIMITS.fileAltText })
  }
  return problems
}

export const tidyAlt = (alt: string | null | undefined) => (alt && tidyText(alt)) || null
