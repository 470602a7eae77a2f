import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const { resolve } = createRequire(import.meta.url)

/**
 * What the reader of documents asks for by name while it works: pictures in JPEG 2000, as scanners make them,
 * decoded without WebAssembly, which our content policy does not allow. The version is part of the address,
 * because what lies in `assets` is kept for ever.
 */
function pdfDecoder() {
  const manifest = resolve('pdfjs-dist/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const name = 'openjpeg_nowasm_fallback.js'
  return {
    fileName: `assets/pdf-${version}/${name}`,
    source: readFileSync(join(dirname(manifest), 'wasm', name), 'utf8'),
  }
}

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
      this.emitFile({ type: 'asset', ...pdfDecoder() })
    },
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/^assets\/.*\.(js|mjs|css|svg)$/.test(name)) continue
        const content = readFileSync(join(dir!, name))
        writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(content))
        writeFileSync(join(dir!, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
