import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Lays beside the build what the server reads of it: the operations it accepts from us, and every text file
 * compressed once, so that no request has to wait for it.
 */
export function forTheServer(): Plugin {
  return {
    name: 'for-the-server',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('src/gql/persisted-documents.json', import.meta.url), 'utf8')
      this.emitFile({ type: 'asset', fileName: 'operations.json', source })
    },
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/^assets\/.*\.(js|css|svg)$/.test(name)) continue
        const content = readFileSync(join(dir!, name))
        writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(content))
        writeFileSync(join(dir!, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
