import { expect, it } from 'vitest'
import { needsFactor, relyingParty } from './factor.rules.ts'

it.each([
  ['https://beteiligung.stadt.example', 'beteiligung.stadt.example', 'https://beteiligung.stadt.example'],
  ['https://stadt.example:8443', 'stadt.example', 'https://stadt.example:8443'],
  ['http://127.0.0.1:4000', 'localhost', 'http://localhost:4000'],
  ['http://localhost:4000', 'localhost', 'http://localhost:4000'],
])('makes passkeys for %s', (baseUrl, id, origin) => {
  expect(relyingParty(baseUrl)).toEqual({ id, origin })
})

it.each(['http://192.168.0.7:4000', 'https://192.168.0.7', 'https://[2001:db8::1]', 'http://stadt.example'])(
  'makes none for %s',
  (baseUrl) => expect(relyingParty(baseUrl)).toBeNull(),
)

it('asks those for a second factor who can change, decide or read about persons, and whoever has one', () => {
  for (const role of ['administrator', 'planner', 'moderator', 'caseworker'] as const)
    expect(needsFactor([role], []), role).toBe(true)
  for (const role of ['agencyClerk', 'agencyCoordinator', 'auditor'] as const) {
    expect(needsFactor([role], []), role).toBe(false)
    expect(needsFactor([role], ['authenticatorApp']), role).toBe(true)
  }
})
