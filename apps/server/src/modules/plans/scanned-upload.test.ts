import { afterEach, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { ScannerDown } from '../../platform/files/index.ts'
import { makePdf } from './pdf.testing.ts'
import { begin, makeDesk, put, useOffice } from './plan.testing.ts'

const test = useDatabase()
const office = useOffice(test)
afterEach(() => void (office.scanner = null))

it('refuses what the virus scanner finds something in, and keeps nothing of it', async () => {
  const desk = await makeDesk(test, office)
  office.scanner = async () => 'infected'
  const ticket = await begin(desk, makePdf().length)
  const answer = await put(office, ticket, makePdf())
  expect([answer.statusCode, answer.json()]).toEqual([422, { state: 'refused', code: 'Infected', facts: [] }])
  expect(await office.files.quarantine.sizeOf(ticket.id)).toBe(0)
  const { rows } = await test.owner.query('select id from file where tenant_id = $1', [desk.tenant.id])
  expect(rows).toEqual([])
})

it('lets nothing pass while the scanner is away, and finishes without sending again when it is back', async () => {
  const desk = await makeDesk(test, office)
  office.scanner = async () => {
    throw new ScannerDown('away')
  }
  const content = makePdf()
  const ticket = await begin(desk, content.length)
  const away = await put(office, ticket, content)
  expect([away.statusCode, away.json(), away.headers['retry-after']]).toEqual([
    503,
    { code: 'ScannerDown' },
    '60',
  ])
  office.scanner = async () => 'clean'
  const back = await put(office, ticket, Buffer.alloc(0))
  expect([back.statusCode, back.json()]).toMatchObject([200, { state: 'checked' }])
})
