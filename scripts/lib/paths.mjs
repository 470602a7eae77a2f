import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inRoot = (...parts) => join(ROOT, ...parts)

export const isThere = (...parts) => existsSync(inRoot(...parts))

/** A program that a package of the root brings along, called without npx (which costs three seconds). */
export const bin = (name) => inRoot('node_modules', '.bin', name)
