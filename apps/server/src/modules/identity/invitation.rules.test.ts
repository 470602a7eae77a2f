import { expect, it } from 'vitest'
import { invitationHash, invitationSecret, readInvited } from './invitation.rules.ts'

const typed = {
  name: ' Ada  Krämer ',
  email: ' Ada.Kraemer@Quellstedt.EXAMPLE ',
  roles: ['planner'] as const,
}

it('takes a name, an address and roles, in one spelling', () => {
  expect(readInvited({ ...typed, roles: ['planner', 'administrator', 'planner'] })).toEqual({
    invited: {
      name: 'Ada  Krämer',
      email: 'ada.kraemer@quellstedt.example',
      roles: ['administrator', 'planner'],
      procedureIds: null,
    },
    problems: [],
  })
})

// @bad-input EXP-13 EXP-14
it.each([
  ['', 'empty'],
  ['ohne-at', 'unknown'],
  ['zwei@at@stadt.example', 'unknown'],
  ['a@stadt', 'unknown'],
  ['a@stadt.example\r\nBcc: b@stadt.example', 'unknown'],
  ['a@stadt.example,b@stadt.example', 'unknown'],
  ['a@stadt.example\0', 'unknown'],
  [`${'a'.repeat(260)}@stadt.example`, 'tooLong'],
])('refuses %j as an address', (email, problem) => {
  expect(readInvited({ ...typed, roles: ['planner'], email }).problems).toMatchObject([
    { field: 'email', problem },
  ])
})

it('refuses a name that is empty, endless or hides signs, and nobody without a role', () => {
  expect(readInvited({ name: ' ', email: 'x', roles: [] }).problems.map(({ field }) => field)).toEqual([
    'name',
    'email',
    'roles',
  ])
  for (const name of ['x'.repeat(201), 'a\u0000b', 'a\nb', '\u200b\u200d', 'Erika\u202e'])
    expect(readInvited({ ...typed, roles: ['planner'], name }).problems).toHaveLength(1)
})

it('derives the secret from the invitation, a different one for each, and with another key another', () => {
  const [keys, others] = ['a1', 'b2'].map((half) => ({ signingKey: half.repeat(32) }))
  const secret = invitationSecret(keys!, 'tenant', 'one')
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(invitationSecret(keys!, 'tenant', 'one')).toBe(secret)
  const different = [
    invitationSecret(keys!, 'tenant', 'two'),
    invitationSecret(keys!, 'other', 'one'),
    invitationSecret(others!, 'tenant', 'one'),
  ]
  expect(new Set([secret, ...different]).size).toBe(4)
  expect(invitationHash(secret)).toHaveLength(32)
  expect(invitationHash(`${secret}x`)).toBeNull()
  expect(invitationHash('')).toBeNull()
})
