import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'

const test = useDatabase()

it('opens five doors, each as its own role', async () => {
  const client = await test.database.connect('staff')
  const { rows } = await client.query('select current_user as who')
  client.release()
  expect(rows[0].who).toMatch(/_staff$/)
  await test.database.ping()
})
