import { Foundations1764000000000 } from './1764000000000-foundations.ts'

/** In order. Classes, not file globs: the server is bundled. */
export const MIGRATIONS = [Foundations1764000000000]
