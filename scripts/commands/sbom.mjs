import { install } from '../lib/install.mjs'
import { PNPM_VERSION } from '../lib/pnpm-version.mjs'
import { runQuietly } from '../lib/processes.mjs'
import { say } from '../lib/say.mjs'

const DEFAULT_FILE = 'sbom.cdx.json'

/**
 * Writes what the product is made of, as CycloneDX 1.6, to `sbom.cdx.json` or to the file that is named.
 *
 * @source OWASP ASVS 5.0, 15.1.2: an inventory of third-party components.
 */
export default async function sbom([file = DEFAULT_FILE]) {
  await install()
  await runQuietly('The list of components', 'npx', [
    '-y',
    `pnpm@${PNPM_VERSION}`,
    'sbom',
    ...['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application'],
    ...['--prod', '--out', file],
  ])
  say(`Written: ${file}`)
  return 0
}
