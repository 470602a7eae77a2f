import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, inRoot } from './lib/paths.mjs'

const manifestOf = (folder) => JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8'))

// pnpm may have to be fetched first: a slow line is no fault of the list.
const FETCHING = 300_000

test(
  'the bill of materials names what is shipped, in the version of the lockfile, and no tool of ours',
  { timeout: FETCHING },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mitsprache-sbom-'))
    try {
      const file = join(folder, 'sbom.cdx.json')
      execFileSync(process.execPath, ['scripts/run.mjs', 'sbom', file], { cwd: ROOT, stdio: 'pipe' })
      const bill = JSON.parse(readFileSync(file, 'utf8'))

      expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
      const shipped = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl)))
      const direct = ['apps/server', 'apps/web'].flatMap((app) =>
        Object.entries(manifestOf(app).dependencies).filter(
          ([, version]) => !version.startsWith('workspace:'),
        ),
      )
      expect(direct.length).toBeGreaterThan(30)
      expect(direct.filter(([name, version]) => !shipped.has(`pkg:npm/${name}@${version}`))).toEqual([])

      const tools = Object.entries(manifestOf('.').devDependencies).map(
        ([name, version]) => `pkg:npm/${name}@${version}`,
      )
      expect(tools.filter((tool) => /vitest|oxlint|eslint/.test(tool) && shipped.has(tool))).toEqual([])
      const withoutLicence = bill.components.filter(({ licenses }) => !licenses?.length)
      expect(withoutLicence.length).toBeLessThan(bill.components.length / 100)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
