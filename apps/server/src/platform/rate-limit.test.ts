import { expect, it } from 'vitest'
import { rateLimiter } from './rate-limit.ts'

const MINUTE = 60_000
const BEGIN = 1_795_000_000_000 - (1_795_000_000_000 % MINUTE)

it('takes as many as allowed, then says how long to wait, and keeps its word', () => {
  const limit = rateLimiter(3, MINUTE)
  for (let n = 0; n < 3; n++) expect(limit.take('netz', BEGIN + 1000 * n)).toBe(0)
  const wait = limit.take('netz', BEGIN + 10_000)
  expect(wait).toBeGreaterThan(0)
  expect(limit.take('netz', BEGIN + 10_000 + (wait - 2) * 1000)).toBeGreaterThan(0)
  expect(limit.take('netz', BEGIN + 10_000 + wait * 1000)).toBe(0)
})

it('does not take twice as many at the turn of a window', () => {
  const limit = rateLimiter(10, MINUTE)
  const taken = (at: number) =>
    Array.from({ length: 20 }, () => limit.take('netz', at)).filter((wait) => wait === 0).length
  expect(taken(BEGIN + 59_000)).toBe(10)
  expect(taken(BEGIN + 61_000)).toBeLessThanOrEqual(1)
})

it('does not make one caller wait for another', () => {
  const limit = rateLimiter(1, MINUTE)
  expect(limit.take('eins', BEGIN)).toBe(0)
  expect(limit.take('zwei', BEGIN)).toBe(0)
  expect(limit.take('eins', BEGIN)).toBeGreaterThan(0)
})

it('counts a heavy request as several', () => {
  const limit = rateLimiter(10, MINUTE)
  expect(limit.take('netz', BEGIN, 8)).toBe(0)
  expect(limit.take('netz', BEGIN, 3)).toBeGreaterThan(0)
  expect(limit.take('netz', BEGIN, 2)).toBe(0)
})

it('remembers only so many callers: the quiet ones go first', () => {
  const limit = rateLimiter(1, MINUTE, 3)
  for (const key of ['a', 'b', 'c']) limit.take(key, BEGIN)
  limit.take('a', BEGIN)
  limit.take('d', BEGIN)
  expect(limit.take('a', BEGIN)).toBeGreaterThan(0)
  expect(limit.take('b', BEGIN)).toBe(0)
})
