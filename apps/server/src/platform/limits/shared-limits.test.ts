import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { takeFromLimit, type Limit } from './index.ts'

const test = useDatabase()
const signingKey = randomBytes(32)
/** A server of its own: the same database, and nothing else in common. */
const server = () => ({ database: { ...test.database }, secrets: { signingKey } as never })
const name = () => randomBytes(6).toString('hex')
const HOUR = 3_600

async function takenOf(times: number, take: () => Promise<number>): Promise<number> {
  let taken = 0
  for (let i = 0; i < times; i++) if ((await take()) === 0) taken++
  return taken
}

describe('a limit', () => {
  it('is one for all servers', async () => {
    const [one, other] = [server(), server()]
    const limit: Limit = { windowSeconds: HOUR, network: 10 }
    const network = name()
    expect(await takenOf(6, () => takeFromLimit(one, 'try', limit, { network }))).toBe(6)
    expect(await takenOf(6, () => takeFromLimit(other, 'try', limit, { network }))).toBe(4)
    expect(await takeFromLimit(one, 'try', limit, { network })).toBeGreaterThan(0)
    expect(await takeFromLimit(one, 'another act', limit, { network })).toBe(0)
    expect(await takeFromLimit(one, 'try', limit, { network: name() })).toBe(0)
  })

  it('tells how long to wait, and what was refused does not make the wait longer', async () => {
    const limit: Limit = { windowSeconds: HOUR, account: 4 }
    const account = name()
    const take = () => takeFromLimit(server(), 'try', limit, { account })
    await takenOf(4, take)
    const waits = [await take(), await take(), await take()]
    // A quarter of the window frees the next.
    for (const wait of waits) expect(Math.abs(wait - HOUR / 4)).toBeLessThan(30)
  })

  it('counts against each of those whose act it is, or against none of them', async () => {
    const limit: Limit = { windowSeconds: HOUR, network: 3, tenant: 5 }
    const tenant = name()
    const [one, other] = [name(), name()]
    const take = (network: string) => takeFromLimit(server(), 'try', limit, { network, tenant })
    expect(await takenOf(5, () => take(one))).toBe(3)
    expect(await takenOf(5, () => take(other))).toBe(2)
    // The tenant is full; the network still has room elsewhere.
    expect(await takeFromLimit(server(), 'try', limit, { network: other, tenant: name() })).toBe(0)
  })

  it('holds when many ask at once on several servers', async () => {
    const limit: Limit = { windowSeconds: HOUR, network: 20 }
    const network = name()
    const servers = [server(), server(), server()]
    const waits = await Promise.all(
      Array.from({ length: 60 }, (_, i) => takeFromLimit(servers[i % 3]!, 'try', limit, { network })),
    )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20)
  })

  it('asks the database once for a part of a large one, and never gives out more than all of it', async () => {
    const limit: Limit = { windowSeconds: HOUR, network: 300 }
    const network = name()
    let asked = 0
    const one = server()
    const call = one.database.call
    one.database.call = (...args) => (asked++, call(...args))
    expect(await takenOf(10, () => takeFromLimit(one, 'try', limit, { network }))).toBe(10)
    expect(asked).toBe(1)
    const other = server()
    expect(await takenOf(400, () => takeFromLimit(other, 'try', limit, { network }))).toBe(290)
  })

  it('lies in the database without anything that tells whose it is', async () => {
    const network = `2001:db8::${name()}`
    await takeFromLimit(server(), 'try', { windowSeconds: HOUR, network: 3 }, { network })
    const { rows } = await test.owner.query('select r::text as row from rate_limit r')
    expect(rows.length).toBeGreaterThan(0)
    const plain = rows.map(({ row }) => row).join()
    expect(plain).not.toContain(network)
    expect(plain).not.toContain(Buffer.from(network).toString('hex'))
  })
})
