import { FILE_FINDINGS } from './finding-words-file.ts'
import { PLACE_FINDINGS } from './finding-words-place.ts'

/** Every kind of finding: how much it matters, and what its reader is told. */
export const FINDING_WORDS = { ...FILE_FINDINGS, ...PLACE_FINDINGS } as const
