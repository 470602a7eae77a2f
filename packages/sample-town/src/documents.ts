import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/**
 * The bytes of a document on display, by the `fileName` of a procedure's document.
 *
 * @throws when the name is not one of the package's own; it is never taken from a request.
 */
export async function readDocument(fileName: string): Promise<Buffer> {
  if (!/^[a-z0-9-]+\.pdf$/.test(fileName)) throw new Error(`Not a document of the sample town: ${fileName}`)
  return readFile(createRequire(import.meta.url).resolve(`@mitsprache/sample-town/documents/${fileName}`))
}
