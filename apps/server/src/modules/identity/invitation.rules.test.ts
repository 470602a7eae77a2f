import { expect, it } from 'vitest'
import { invitationHash, newInvitationSecret, readInvited } from './invitation.rules.ts'

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
    },
    problems: [],
  })
})

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
  for (const name of ['x'.repeat(201), 'a\u0000b', 'a\nb'])
    expect(readInvited({ ...typed, roles: ['planner'], name }).problems).toHaveLength(1)
})

it('knows its own secrets by their hash alone', () => {
  const { secret, secretHash } = newInvitationSecret()
  expect(invitationHash(secret)).toEqual(secretHash)
  expect(invitationHash(`${secret}x`)).toBeNull()
  expect(invitationHash('')).toBeNull()
})
