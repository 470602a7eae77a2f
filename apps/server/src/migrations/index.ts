import { Foundations1764000000000 } from './1764000000000-foundations.ts'
import { UploadPurposes1764050000000 } from './1764050000000-upload-purposes.ts'

/** In order. Classes, not file globs: the server is bundled. */
export const MIGRATIONS = [Foundations1764000000000, UploadPurposes1764050000000]
