import yauzl from 'yauzl'
import type { ExportedTenant } from '../src/modules/tenants/index.ts'

export type Opened = {
  /** By name in the archive. */
  contents: Map<string, Buffer>
  manifest: Pick<ExportedTenant, 'exportId' | 'tables' | 'files'> & Record<string, unknown>
}

/** An archive of a tenant, unpacked by another library than the one that packed it. */
export async function openArchive(path: string): Promise<Opened> {
  const contents = new Map<string, Buffer>()
  const zip = await yauzl.openPromise(path)
  try {
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      contents.set(entry.fileName, Buffer.concat(chunks))
    }
  } finally {
    zip.close()
  }
  return { contents, manifest: JSON.parse(contents.get('manifest.json')!.toString()) }
}

/** The rows of one table. */
export const linesOf = ({ contents }: Opened, table: string): Record<string, unknown>[] =>
  contents
    .get(`tables/${table}.ndjson`)!
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
