import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { testConfig } from '../../../test/world.ts'
import { ENTITIES } from '../../entities.ts'
import { MIGRATIONS } from '../../migrations/index.ts'
import { readSecrets } from '../../platform/config.ts'
import { openInstallation } from '../../platform/database/installation.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-beside-'))
// As root the database runs as another user, who must be able to walk to its folder.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('uses the database of a running server and leaves it running', { timeout: 60_000 }, async () => {
  const config = testConfig({ dataDir: folder })
  const open = (besideServer: boolean) =>
    openInstallation(config, readSecrets(folder, {}), ENTITIES, MIGRATIONS, () => {}, besideServer)
  const server = await open(false)
  try {
    const command = await open(true)
    await command.database.ping()
    await command.close()
    await server.database.ping()
    // A second server is still none.
    await expect(open(false)).rejects.toThrow('Another Mitsprache is running')
    await server.database.ping()
  } finally {
    await server.close()
  }
  // Alone it is its own host, and what it started it stops.
  const alone = await open(true)
  await alone.database.ping()
  await expect(open(false)).rejects.toThrow('Another Mitsprache is running')
  await alone.close()
})
