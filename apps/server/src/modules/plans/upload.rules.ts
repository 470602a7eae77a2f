import type { UploadPurpose } from '@mitsprache/terms'
import type { OwnUpload } from './plan.queries.ts'

const PROBLEM = { receiving: 'notReady', refused: 'refused', used: 'alreadyUsed' } as const

/** Why an upload cannot be used for `purpose` now; undefined when it can. */
export function uploadProblem(upload: OwnUpload | undefined, purpose: UploadPurpose): string | undefined {
  if (upload?.purpose !== purpose) return 'unknown'
  return upload.state === 'checked' ? undefined : PROBLEM[upload.state]
}
