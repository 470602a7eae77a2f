import { createHmac } from 'node:crypto'
import { LIMITS } from '@mitsprache/terms'

/** One address, nothing that a mail server could read as two. */
export const isOneAddress = (typed: string) =>
  typed.length <= LIMITS.email &&
  /^[^\s@"(),:;<>[\\\]\p{Cc}]+@[^\s@"(),:;<>[\\\]\p{Cc}.]+(\.[^\s@"(),:;<>[\\\]\p{Cc}.]+)+$/u.test(typed)

/** Knows an address again without keeping it: whoever has only the hash cannot tell whose it is. */
export const addressHash = (signingKey: string, address: string) =>
  createHmac('sha256', signingKey).update(`mail address\0${address.toLowerCase()}`).digest()
