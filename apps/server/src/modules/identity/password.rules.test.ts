import { expect, it } from 'vitest'
import { canonicalEmail, canonicalPassword, passwordProblem } from './password.rules.ts'

it.each([
  ['Quellstedt-zum-Ausprobieren', null],
  ['vier linden am bach', null],
  ['Ein Rathaus, drei Fenster', null],
  ['ganzeinfachlang', null],
  ['💧🌳🚲🏠🌻🦆⛲🚏🏫🎻🧱📐', null],
  ['x'.repeat(11), 'tooShort'],
  ['elf Zeichen', 'tooShort'],
  ['lang '.repeat(52), 'tooLong'],
  ['PasswortPasswort', 'tooCommon'],
  ['Passwort2026!', 'tooCommon'],
  ['P@ssw0rt2026!', 'tooCommon'],
  ['qwertzuiop123', 'tooCommon'],
  ['123456789012', 'tooCommon'],
  ['abcdefghijklm', 'tooCommon'],
  ['zzzzzzzzzzzzz', 'tooCommon'],
  ['abcabcabcabc', 'tooCommon'],
  ['2026-11-23-2026', 'tooCommon'],
  ['Chemnitz2026!!', 'tooCommon'],
])('judges %s', (password, problem) => {
  expect(passwordProblem(password)?.problem ?? null).toBe(problem)
})

it('does not take the own name with a year', () => {
  expect(passwordProblem('Wilhelmine2026', ['Wilhelmine'])).toEqual({ problem: 'tooCommon' })
})

it('knows a password however its letters were composed, and never cuts it', () => {
  expect(canonicalPassword('Mu\u0308hlgraben')).toBe(canonicalPassword('Mühlgraben'))
  expect(canonicalPassword(' außen Leerzeichen ')).toBe(' außen Leerzeichen ')
})

it('writes one address one way', () => {
  expect(canonicalEmail('  Jana.Wolf@Quellstedt.EXAMPLE ')).toBe('jana.wolf@quellstedt.example')
})
